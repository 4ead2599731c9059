/** A client's message as JSON, and the id under which it can be refused; undefined where it is none or has none. */
export function readMessage(text: string): { readonly value: unknown; readonly id: string | undefined } {
  try {
    const value: unknown = JSON.parse(text);
    const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;
    return { value, id: typeof id === 'string' && id.length <= 128 ? id : undefined };
  } catch {
    return { value: undefined, id: undefined };
  }
}
