import fc from 'fast-check';
import type { GenericSchema } from 'valibot';

/** The parts of a schema that its kind has. */
interface Parts {
  readonly type: string;
  readonly entries: Readonly<Record<string, GenericSchema>>;
  readonly options: readonly never[];
  readonly item: GenericSchema;
  readonly value: GenericSchema;
  readonly wrapped: GenericSchema;
  readonly default: unknown;
  readonly literal: fc.JsonValue;
  readonly pipe?: readonly { readonly type: string }[];
}

/** JSON values that a schema of the protocol accepts. */
export function arbitraryOf(schema: GenericSchema): fc.Arbitrary<unknown> {
  const parts = schema as unknown as Parts;
  switch (parts.type) {
    case 'string':
      return parts.pipe?.some(({ type }) => type === 'regex') ? fc.constantFrom('a1', 'b:2') : fc.string();
    case 'number':
      return parts.pipe ? fc.nat({ max: 200 }) : fc.double({ noNaN: true, noDefaultInfinity: true });
    case 'boolean':
      return fc.boolean();
    case 'unknown':
      return fc.jsonValue();
    case 'literal':
      return fc.constant(parts.literal);
    case 'picklist':
      return fc.constantFrom(...parts.options);
    case 'nullable':
      return fc.option(arbitraryOf(parts.wrapped));
    case 'optional':
      // A default is for who writes; what is read is whole.
      return parts.default === undefined
        ? fc.option(arbitraryOf(parts.wrapped), { nil: undefined })
        : arbitraryOf(parts.wrapped);
    case 'array':
      return fc.array(arbitraryOf(parts.item), { maxLength: 3 });
    case 'record':
      return fc.dictionary(fc.constantFrom('a', 'b', 'c'), arbitraryOf(parts.value), { maxKeys: 2 });
    case 'union':
    case 'variant':
      return fc.oneof(...parts.options.map(arbitraryOf));
    case 'object':
      return fc.record(
        Object.fromEntries(Object.entries(parts.entries).map(([name, entry]) => [name, arbitraryOf(entry)])),
      );
    default:
      throw new Error(`No values are known of a schema of the kind ${parts.type}.`);
  }
}
