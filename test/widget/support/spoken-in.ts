const SPOKEN = ['aria-label', 'aria-description', 'title', 'placeholder', 'alt'];

/** Every text that a part of the page shows, and all that is said of it, shadow trees included; but for what names a language of its own. */
export function spokenIn(root: ParentNode): readonly string[] {
  const found: string[] = [];
  collect(root, found);
  return found;
}

function collect(root: ParentNode, found: string[]): void {
  for (const element of root.children) {
    if (element.localName === 'style' || element.hasAttribute('lang')) continue;
    if (getComputedStyle(element).display === 'none') continue;
    for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) add(node.textContent, found);
    for (const name of SPOKEN) add(element.getAttribute(name), found);
    collect(element, found);
    if (element.shadowRoot) collect(element.shadowRoot, found);
  }
}

function add(text: string | null, found: string[]): void {
  const trimmed = text?.trim() ?? '';
  if (trimmed !== '') found.push(trimmed);
}
