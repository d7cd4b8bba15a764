import { Rule } from '@plumbline/domain/policy';

/** As much of a zod schema as it takes to find out which other values a place could hold. */
interface Schema {
  readonly def: {
    readonly type: string;
    readonly innerType?: Schema;
    readonly element?: Schema;
    readonly valueType?: Schema;
    readonly shape?: Readonly<Record<string, Schema>>;
    readonly options?: readonly Schema[];
    readonly entries?: Readonly<Record<string, string>>;
    readonly in?: Schema;
    readonly getter?: () => Schema;
  };
}

type Place = readonly (string | number)[];

/** The values that the format allows at a place of a rule, where it allows a closed set of them; else none. */
export function choicesAt(kind: Rule['kind'], place: Place): readonly string[] {
  return [...new Set(walk(schemaOf(kind), place).flatMap(choicesOf))];
}

function schemaOf(kind: string): Schema {
  const options = (Rule as unknown as Schema).def.options ?? [];
  const found = options.find(({ def }) => literalOf(def.shape?.['kind']) === kind);
  if (found === undefined) throw new RangeError(`The format has no kind of rule "${kind}".`);
  return found;
}

function literalOf(schema: Schema | undefined): unknown {
  return (schema?.def as { values?: readonly unknown[] } | undefined)?.values?.[0];
}

function walk(schema: Schema, place: Place): Schema[] {
  const plain = unwrap(schema);
  const [first, ...rest] = place;
  if (first === undefined) return [plain];
  const { def } = plain;
  if (def.type === 'union') return (def.options ?? []).flatMap((option) => walk(option, place));
  const next = typeof first === 'number' ? def.element : def.type === 'record' ? def.valueType : (def.shape ?? {})[first];
  return next === undefined ? [] : walk(next, rest);
}

function unwrap(schema: Schema): Schema {
  const { type, innerType, getter } = schema.def;
  if (innerType !== undefined && ['optional', 'nullable', 'default', 'prefault', 'readonly'].includes(type))
    return unwrap(innerType);
  if (type === 'lazy' && getter !== undefined) return unwrap(getter());
  if (type === 'pipe' && schema.def.in !== undefined) return unwrap(schema.def.in);
  return schema;
}

function choicesOf({ def }: Schema): string[] {
  if (def.type === 'enum') return Object.values(def.entries ?? {});
  if (def.type === 'union') return (def.options ?? []).flatMap((option) => choicesOf(unwrap(option)));
  return [];
}
