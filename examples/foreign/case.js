// Ledgerline's own page: a component of its own, its own list of conversations, and a switch for the scheme.
const escaped = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const policy = globalThis.trustedTypes?.createPolicy('ledgerline', { createHTML: (html) => html }) ?? {
  createHTML: (html) => html,
};
const text = (words) => words.replace(/[&<>"]/gu, (sign) => escaped[sign]);

customElements.define(
  'ledger-card',
  class extends HTMLElement {
    connectedCallback() {
      const [account, order, amount] = ['account', 'order', 'amount'].map((name) =>
        text(this.getAttribute(name) ?? ''),
      );
      const root = this.attachShadow({ mode: 'closed' });
      root.innerHTML = policy.createHTML(
        `<dl><dt>Account</dt><dd>${account}</dd><dt>Order</dt><dd>${order}, ${amount}</dd></dl>`,
      );
    }
  },
);

const panel = document.querySelector('floorwalk-supervisor');

/** Ledgerline has its own list; choosing a line opens the conversation in the panel. */
async function showConversations() {
  const server = panel.getAttribute('server');
  const body = JSON.stringify({ role: 'supervisor', user: panel.getAttribute('user') });
  const headers = { 'content-type': 'application/json' };
  const { token } = await (await fetch(`${server}/demo/token`, { method: 'POST', headers, body })).json();
  const query = encodeURIComponent('account:olsen');
  const answer = await fetch(`${server}/v1/conversations?context=${query}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const { items } = await answer.json();
  document.querySelector('#conversations').replaceChildren(
    ...items.map(({ id, customer, subject }) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = `${customer}: ${subject}`;
      button.addEventListener('click', () => panel.monitor(id, { customer }));
      const line = document.createElement('li');
      line.append(button);
      return line;
    }),
  );
}

await customElements.whenDefined('floorwalk-supervisor');
await showConversations();

const scheme = document.querySelector('#scheme');
scheme.addEventListener('click', () => {
  const isDark = document.documentElement.classList.toggle('dark');
  scheme.textContent = isDark ? 'Light' : 'Dark';
});
