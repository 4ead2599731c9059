// Reads what a server says without its schemas, so that a page loads little. The types keep a shape complete, and a
// property holds each reader against its schema.

/** Whether a JSON value is as it should be. */
export type Check = (value: unknown) => boolean;
/** One check for each field of a type, none forgotten. */
export type Shape<T> = { readonly [Name in keyof T]-?: Check };
export type Fields = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
export const text: Check = (value) => typeof value === 'string';
export const number: Check = (value) => typeof value === 'number';
export const count: Check = (value) => Number.isInteger(value) && Number(value) >= 0;
export const flag: Check = (value) => typeof value === 'boolean';
export const id: Check = (value) => typeof value === 'string' && /^[A-Za-z0-9._:@-]{1,128}$/u.test(value);
export const oneOf =
  (known: readonly unknown[]): Check =>
  (value) =>
    known.includes(value);
export const nullable =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
export const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
export const list =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
export const record =
  (check: Check): Check =>
  (value) =>
    isObject(value) && Object.values(value).every(check);
/** The parameters of a notice or reason. */
export const params: Check = record((value) => text(value) || number(value));

/** An object with each of these fields; more are left alone. */
export const fields = <T>(shape: Shape<T>): Check => {
  // Taken apart once: a window of the floor is eighty rows of such objects.
  const checks = Object.entries<Check>(shape);
  return (value) => isObject(value) && checks.every(([name, check]) => check(value[name]));
};

/** The shape whose every field may be absent. */
export const partial = <T>(shape: Shape<T>): Shape<T> =>
  Object.fromEntries(Object.entries<Check>(shape).map(([name, check]) => [name, optional(check)])) as Shape<T>;

/** An object that one field tells the kind of. */
export const variant =
  (field: string, kinds: Readonly<Record<string, Check>>): Check =>
  (value) => {
    const kind = isObject(value) ? value[field] : undefined;
    return typeof kind === 'string' && Object.hasOwn(kinds, kind) && kinds[kind]?.(value) === true;
  };

/** JSON text as its value; undefined where it is none, which no check accepts. */
export function valueOf(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
