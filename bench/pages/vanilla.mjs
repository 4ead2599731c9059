// The ceiling in a browser: the rows that are seen and a few more, written by hand into a pool of nodes. Nothing is
// checked, translated, sorted, selected or announced.
const ROW = 44;
const SPARE = 5;
const CELLS = 11;
/** As often as the floor shows a stream of changes. */
const SHOWN_EVERY_MS = 100;

const two = (n) => String(n).padStart(2, '0');
const clock = (at) => {
  const date = new Date(at);
  return `${two(date.getHours())}:${two(date.getMinutes())}`;
};
const duration = (ms) => {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  return `${Math.floor(seconds / 60)}:${two(seconds % 60)}`;
};

/** What stands in the cells of a row, two lines each. */
const textsOf = (row, now) => [
  row.channel[0],
  '',
  row.customer,
  row.subject,
  row.queue.name,
  row.channel,
  row.agent?.name ?? '–',
  row.pending ? duration(row.pending.until - now) : '',
  row.state,
  `since ${clock(row.since)}`,
  row.waitSince === null ? '–' : duration(now - row.waitSince),
  '',
  String(row.sentiment),
  '',
  row.reasons[0]?.kind ?? '',
  row.reasons[1]?.kind ?? '',
  row.lastPublic?.text ?? '',
  row.lastPublic ? `${row.lastPublic.from}, ${clock(row.lastPublic.at)}` : '',
  String(row.transfers),
  '',
  row.autoCloseAt === null ? '' : clock(row.autoCloseAt),
  '',
];

const template = document.createElement('template');
template.innerHTML = `<div class="row">${'<div class="cell"><span> </span><span> </span></div>'.repeat(CELLS)}</div>`;

/** A row of the pool: it writes only the texts that are not there yet. */
class Slot {
  constructor(list) {
    this.node = template.content.firstElementChild.cloneNode(true);
    this.texts = [...this.node.querySelectorAll('span')].map((span) => span.firstChild);
    this.shown = [];
    list.append(this.node);
  }
  show(row, place, now) {
    if (this.place !== place) this.node.style.transform = `translateY(${(this.place = place) * ROW}px)`;
    const texts = textsOf(row, now);
    for (let i = 0; i < texts.length; i++) if (texts[i] !== this.shown[i]) this.texts[i].data = texts[i];
    this.shown = texts;
  }
}

/** Follows the floor of `server` and draws it into `list`. */
export async function openWindow(list, head, server, query) {
  const rows = new Map();
  const slots = [];
  const { parentElement: scroller } = list;
  let floor = { order: [], first: 0, total: 0, counts: {} };
  let ahead = 0;
  let height = 0;
  let timer;

  const draw = () => {
    const now = Date.now() + ahead;
    list.style.blockSize = `${floor.total * ROW}px`;
    head.textContent = JSON.stringify(floor.counts);
    const first = Math.max(floor.first, Math.floor(scroller.scrollTop / ROW) - SPARE);
    const last = Math.min(floor.first + floor.order.length, first + Math.ceil(height / ROW) + 2 * SPARE);
    for (let place = first; place < last; place++) {
      const row = rows.get(floor.order[place - floor.first]);
      if (row) (slots[place - first] ??= new Slot(list)).show(row, place, now);
    }
    for (const slot of slots.splice(Math.max(0, last - first))) slot.node.remove();
  };
  const hear = ({ data }) => {
    const message = JSON.parse(data);
    if (message.type === 'heartbeat') socket.send('{"type":"pong"}');
    if (message.type === 'welcome') {
      ahead = message.now - Date.now();
      socket.send(JSON.stringify({ type: 'subscribe', id: 's1', topic: { kind: 'floor', query } }));
    }
    if (message.type !== 'floor') return;
    floor = message;
    for (const row of message.rows) rows.set(row.id, row);
    if (slots.length === 0) return draw();
    timer ??= setTimeout(() => {
      timer = undefined;
      draw();
    }, SHOWN_EVERY_MS);
  };

  new ResizeObserver(() => (height = scroller.clientHeight)).observe(scroller);
  height = scroller.clientHeight;
  scroller.addEventListener('scroll', draw);
  setInterval(draw, 1_000);
  const { token } = await fetch(new URL('/demo/token', server), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ role: 'supervisor', user: 'ines' }),
  }).then((response) => response.json());
  const address = new URL('/v1/live', server);
  address.protocol = 'ws:';
  const socket = new WebSocket(address);
  socket.onopen = () => socket.send(JSON.stringify({ type: 'hello', version: 1, token, desk: false }));
  socket.onmessage = hear;
}
