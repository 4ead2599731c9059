import 'axe-core/axe.min.js';

interface Axe {
  run(element: Element, options: object): Promise<{ readonly violations: readonly Violation[] }>;
}
interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
}

/** The rules of access that a panel breaks as it stands, of these or of all, each with where and why. */
export async function findings(el: Element, rules?: readonly string[]): Promise<readonly string[]> {
  const { axe } = globalThis as unknown as { readonly axe: Axe };
  const { violations } = await axe.run(el, {
    resultTypes: ['violations'],
    preload: false,
    ...(rules && { runOnly: rules }),
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => `${id}: ${JSON.stringify(target)} ${failureSummary}`),
  );
}
