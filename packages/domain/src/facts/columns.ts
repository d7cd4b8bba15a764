/**
 * How one column of a fact is written, in a file, a form and a table alike. Values inside the product are strings for
 * references, codes, calendar dates (ISO) and instants (ISO, UTC, to the minute), booleans, numbers, and sorted string
 * lists; null stands for "not given".
 */
export type ColumnType = 'reference' | 'text' | 'code' | 'date' | 'instant' | 'boolean' | 'integer' | 'decimal' | 'list';

export interface Column<Value = unknown> {
  readonly type: ColumnType;
  /** What a person reads above the field, sentence case. */
  readonly label: string;
  /** One sentence of help: what belongs here, in plain words. */
  readonly help: string;
  readonly isRequired: boolean;
  /** For `code` and `list`: the closed set of values, with their labels. */
  readonly options?: Readonly<Record<string, string>>;
  /** For `reference`: the kind of fact it points to. */
  readonly refersTo?: string;
  /** For `integer` and `decimal`. */
  readonly min?: number;
  readonly max?: number;
  /** For `text`: the most characters, where other than for every text, or for every reference by which a fact is known. */
  readonly longest?: number;
  /** For `date`: any day stands for its whole month, and the first of it is kept, so that one month is one entry. */
  readonly isMonth?: true;
  /** An example for the column help and the sample file. */
  readonly example: string;
  /** Other headings a council's file may use for this column, lower case. */
  readonly aliases?: readonly string[];
  /** Carries the value type; never set. */
  readonly value?: Value;
}

interface ColumnText {
  readonly label: string;
  readonly help: string;
  readonly example: string;
  readonly aliases?: readonly string[];
}

export function required<Value>(column: Column<Value>): Column<NonNullable<Value>> {
  return { ...column, isRequired: true } as Column<NonNullable<Value>>;
}

export function reference(refersTo: string, text: ColumnText): Column<string | null> {
  return { ...text, type: 'reference', refersTo, isRequired: false };
}

export function text(text: ColumnText): Column<string | null> {
  return { ...text, type: 'text', isRequired: false };
}

export function date(text: ColumnText): Column<string | null> {
  return { ...text, type: 'date', isRequired: false };
}

/** A month, kept as its first day; any day of it may be given. */
export function month(text: ColumnText): Column<string | null> {
  return { ...text, type: 'date', isMonth: true, isRequired: false };
}

export function instant(text: ColumnText): Column<string | null> {
  return { ...text, type: 'instant', isRequired: false };
}

export function yesNo(text: ColumnText): Column<boolean | null> {
  return { ...text, type: 'boolean', isRequired: false };
}

export function integer(bounds: { min: number; max: number }, text: ColumnText): Column<number | null> {
  return { ...text, ...bounds, type: 'integer', isRequired: false };
}

export function decimal(bounds: { min: number; max: number }, text: ColumnText): Column<number | null> {
  return { ...text, ...bounds, type: 'decimal', isRequired: false };
}

export function code<const Options extends Readonly<Record<string, string>>>(
  options: Options,
  text: ColumnText,
): Column<(keyof Options & string) | null> {
  return { ...text, options, type: 'code', isRequired: false };
}

/** Several values in one cell, separated by semicolons; of codes where `options` is given, else of references. */
export function list(
  text: ColumnText & { options?: Readonly<Record<string, string>>; refersTo?: string },
): Column<readonly string[] | null> {
  return { ...text, type: 'list', isRequired: false };
}
