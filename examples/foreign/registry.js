// A wrapper around the registry of elements, as polyfills and monitoring put one around it.
{
  const define = customElements.define;
  const defined = [];
  customElements.define = function (name, element, options) {
    defined.push(name);
    return define.call(this, name, element, options);
  };
  Object.assign(globalThis, { ledgerlineDefined: defined });

  // Somebody's page has an element of a name that Floorwalk uses within, too.
  customElements.define('floorwalk-force-close', class extends HTMLElement {});
}
