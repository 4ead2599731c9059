// When the first rows are on the screen: the end of the first frame in which there are as many as wanted.
const afterThisFrame = () =>
  new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => done(performance.now());
    requestAnimationFrame(() => port2.postMessage(null));
  });

/** Milliseconds from now until `count()` rows are painted. */
export async function untilPainted(count, wanted) {
  const start = performance.now();
  for (;;) {
    const now = await afterThisFrame();
    if (count() >= wanted) return { start, took: (await afterThisFrame()) - start, seen: now - start };
  }
}

/** What the address asks for: the server, the query of the floor, how many rows count as painted. */
export const asked = () => {
  const params = new URLSearchParams(location.search);
  return {
    server: params.get('server'),
    query: JSON.parse(params.get('query') ?? '{}'),
    rows: Number(params.get('rows')),
  };
};
