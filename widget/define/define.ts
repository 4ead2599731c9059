/**
 * Registers an element unless the page already has one of that name, so that a second copy of the script does no harm.
 * Answers whether it was this call that registered it.
 */
export const define = (name: string, element: CustomElementConstructor): boolean => {
  if (customElements.get(name)) return false;
  customElements.define(name, element);
  return true;
};
