import { conventionChoices, conventionInWords } from '../wording/index.ts';
import { FIELD_WORDS, FIELD_WORDS_IN, KIND_WORDS, OPTION_WORDS } from './form-words.ts';
import type { FormControl, FormField, FormOption, PolicyForms, RuleForm, Suggest } from './form-model.ts';

/** As much of JSON Schema as the format of policies uses. */
export interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly propertyNames?: Schema;
  readonly enum?: readonly (string | number | boolean | null)[];
  readonly const?: string | number | boolean | null;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maxLength?: number;
  readonly description?: string;
}

/** Makes the forms of everything in a policy from its format as JSON Schema. */
export function buildForms(schema: Schema): PolicyForms {
  const builder = new Builder(schema.$defs ?? {});
  const { rules = {}, ...parts } = schema.properties ?? {};
  return {
    rules: builder.rules(builder.open(builder.open(rules).items ?? {})),
    parts: Object.entries(parts).map(([name, part]) => builder.field(name, part, (schema.required ?? []).includes(name), 'pack')),
  };
}

const LENGTH_UNITS: readonly string[] = ['days', 'weeks', 'months', 'workingDays', 'workingWeeks', 'years', 'hours'];
const UNIT_LABELS: Readonly<Record<string, string>> = { workingDays: 'working days', workingWeeks: 'working weeks' };

/** What is offered for a text, by the name of its field. */
const SUGGEST: Readonly<Record<string, Suggest>> = {
  kinds: 'session-kinds',
  purposes: 'purposes',
  requires: 'fields',
  anyOf: 'fields',
  oneOf: 'fields',
  where: 'fields',
  unless: 'fields',
  order: 'fields',
  field: 'fields',
  needs: 'fact-kinds',
  interpretations: 'readings',
  relaxes: 'rules',
  countedBy: 'rules',
  series: 'series',
  anchor: 'attributes',
  area: 'areas',
};

const LONG: ReadonlySet<string> = new Set([
  'says',
  'question',
  'reading',
  'alternative',
  'note',
  'stateNote',
  'asks',
  'auditQuestion',
  'because',
  'text',
]);

const BESIDE: ReadonlySet<string> = new Set(['interpretations', 'auditQuestion', 'isLocal']);

class Builder {
  private readonly defs: Readonly<Record<string, Schema>>;
  private readonly inside: string[] = [];

  constructor(defs: Readonly<Record<string, Schema>>) {
    this.defs = defs;
  }

  /** What a reference stands for. */
  open(schema: Schema): Schema {
    let opened = schema;
    while (opened.$ref !== undefined) opened = this.defs[opened.$ref.split('/').at(-1) ?? ''] ?? {};
    return opened;
  }

  rules(union: Schema): RuleForm[] {
    return [...(union.oneOf ?? []), ...(union.anyOf ?? [])].map((option) => {
      const { properties = {}, required = [] } = this.open(option);
      const kind = String(this.open(properties['kind'] ?? {}).const ?? '');
      const [label = spelt(kind), help = ''] = KIND_WORDS[kind] ?? [];
      const fields = Object.entries(properties)
        .filter(([name]) => name !== 'kind')
        .map(([name, part]) => this.field(name, part, required.includes(name), kind));
      // What every rule may have beside what it asks comes after what it asks.
      const last = fields.filter((field) => BESIDE.has(field.name));
      return { kind, label, help, fields: [...fields.filter((field) => !BESIDE.has(field.name)), ...last] };
    });
  }

  field(name: string, schema: Schema, isRequired: boolean, owner: string): FormField {
    const [label = spelt(name), help] = FIELD_WORDS_IN[`${owner}.${name}`] ?? FIELD_WORDS[name] ?? [];
    const control = inSentences(owner, this.control(schema, name));
    return { name, label, help: help ?? this.open(schema).description ?? null, isRequired, control };
  }

  private control(schema: Schema, name: string): FormControl {
    const { $ref } = schema;
    if ($ref === undefined) return this.plainControl(schema, name);
    const opened = this.open(schema);
    if (this.isCondition(opened)) return { kind: 'condition' };
    if (this.inside.includes($ref)) return { kind: 'data' };
    this.inside.push($ref);
    const control = opened === schema ? this.plainControl(schema, name) : this.plainControl(opened, name);
    this.inside.pop();
    return control;
  }

  private plainControl(schema: Schema, name: string): FormControl {
    if (schema.const !== undefined) return { kind: 'fixed', value: schema.const };
    if (schema.enum !== undefined) return { kind: 'choice', options: schema.enum.map(optionOf) };
    const options = schema.anyOf ?? schema.oneOf;
    if (options !== undefined) return this.union(options, name);
    if (schema.type === 'array') return { kind: 'list', of: this.control(schema.items ?? {}, name) };
    if (schema.type === 'object') return this.object(schema, name);
    return simple(schema, name);
  }

  private object(schema: Schema, name: string): FormControl {
    const { properties, additionalProperties, required = [] } = schema;
    if (properties !== undefined && Object.keys(properties).length > 0) {
      const names = Object.keys(properties);
      if (names.length === 1 && LENGTH_UNITS.includes(names[0] ?? '') && required.length === 1) return this.length([schema]);
      return {
        kind: 'group',
        fields: Object.entries(properties).map(([part, of]) => this.field(part, of, required.includes(part), name)),
      };
    }
    if (typeof additionalProperties !== 'object') return { kind: 'data' };
    return { kind: 'table', suggest: SUGGEST[name] ?? null, of: this.control(additionalProperties, '') };
  }

  private union(options: readonly Schema[], name: string): FormControl {
    const opened = options.map((option) => this.open(option));
    const isNothing = (option: Schema): boolean => option.type === 'null';
    if (opened.some(isNothing)) {
      const rest = options.filter((_, i) => !isNothing(opened[i] ?? {}));
      return { kind: 'maybe', of: rest.length === 1 ? this.control(rest[0] ?? {}, name) : this.union(rest, name) };
    }
    if (this.isCondition({ anyOf: options })) return { kind: 'condition' };
    const lengths = opened.flatMap((option) => this.lengthsIn(option));
    const others = opened.filter((option) => this.lengthsIn(option).length === 0);
    if (lengths.length > 0 && others.every((option) => option.const !== undefined || option.enum !== undefined))
      return this.length(
        lengths,
        others.flatMap((option) => (option.enum ?? [option.const ?? null]).map(optionOf)),
      );
    // One of something, or a list of it: the list can hold one.
    const list = opened.find((option) => option.type === 'array');
    if (
      opened.length === 2 &&
      list !== undefined &&
      opened.some((option) => option.type === 'string' && option.enum === undefined)
    )
      return this.plainControl(list, name);
    const controls = options.map((option) => this.control(option, name));
    return {
      kind: 'one-of',
      options: controls.map((control, i) => ({ label: this.labelOf(opened[i] ?? {}, control), control })),
    };
  }

  /** The single-unit objects of a length, however deep unions are nested. */
  private lengthsIn(schema: Schema): Schema[] {
    const parts = schema.anyOf ?? schema.oneOf;
    if (parts !== undefined) {
      const found = parts.map((part) => this.lengthsIn(this.open(part)));
      return found.every((part) => part.length > 0) ? found.flat() : [];
    }
    const names = Object.keys(schema.properties ?? {});
    return names.length === 1 && LENGTH_UNITS.includes(names[0] ?? '') && (schema.required ?? []).length === 1 ? [schema] : [];
  }

  private length(schemas: readonly Schema[], instead: readonly FormOption[] = []): FormControl {
    const units = [...new Set(schemas.flatMap((schema) => Object.keys(schema.properties ?? {})))];
    return { kind: 'length', units: units.map((unit) => ({ value: unit, label: UNIT_LABELS[unit] ?? unit })), instead };
  }

  /** A test over attributes: one, or all, any or none of several. */
  private isCondition({ anyOf = [] }: Schema): boolean {
    const names = anyOf.flatMap((option) => Object.keys(this.open(option).properties ?? {}));
    return ['all', 'any', 'not'].every((name) => names.includes(name)) && names.length === 3;
  }

  private labelOf(schema: Schema, control: FormControl): string {
    if (control.kind === 'group') {
      const names = control.fields.map(({ label }) => label);
      return names.length > 3 ? `${names.slice(0, 3).join(', ')} …` : names.join(', ');
    }
    if (control.kind === 'fixed') return optionOf(control.value).label;
    const labels: Readonly<Partial<Record<FormControl['kind'], string>>> = {
      text: 'A word',
      number: 'A number',
      'yes-no': 'Yes or no',
      choice:
        control.kind === 'choice'
          ? control.options
              .map(({ label }) => label)
              .slice(0, 3)
              .join(', ')
          : '',
      list: 'Several',
      length: 'A length of time',
      condition: 'A condition',
    };
    return labels[control.kind] ?? schema.description ?? 'Something else';
  }
}

/** The ways in which a convention is counted, as sentences in place of their codes. */
function inSentences(convention: string, control: FormControl): FormControl {
  const known = conventionChoices(convention);
  if (control.kind !== 'choice' || known.length === 0) return control;
  return {
    kind: 'choice',
    options: control.options.map(({ value }) => ({ value, label: conventionInWords(convention, value) })),
  };
}

function simple(schema: Schema, name: string): FormControl {
  switch (schema.type) {
    case 'string':
      return {
        kind: 'text',
        isLong: LONG.has(name),
        suggest: SUGGEST[name] ?? attributeIn(schema),
        isDay: schema.pattern === DAY,
      };
    case 'integer':
    case 'number':
      return {
        kind: 'number',
        isWhole: schema.type === 'integer',
        least: schema.exclusiveMinimum === undefined ? (schema.minimum ?? null) : schema.exclusiveMinimum,
      };
    case 'boolean':
      return { kind: 'yes-no' };
    default:
      return { kind: 'data' };
  }
}

const DAY = '^\\d{4}-\\d{2}-\\d{2}$';

function attributeIn({ pattern = '' }: Schema): Suggest | null {
  return pattern.startsWith('^[a-z][a-z-]*(:') ? 'attributes' : null;
}

function optionOf(value: string | number | boolean | null): FormOption {
  const text = String(value);
  return { value: text, label: OPTION_WORDS[text] ?? spelt(text) };
}

/** `lastInterval` and `calendar-quarter` as words. */
function spelt(name: string): string {
  const words = name
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll(/[-_.]+/g, ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
