import { session, type Columns, type FactKind, type FactKindName } from '@plumbline/domain/facts';

/** The log's own kind of fact: taken alone, so that no page of the log carries every other. */
export const SESSION = session as unknown as FactKind<FactKindName, Columns>;
export const SESSION_COLUMNS = SESSION.columns;

/** A label and a value to choose. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** The choices of one column of the supervision log, narrowed to some codes where given. */
export function choicesOf(column: string, codes?: readonly string[]): readonly Choice[] {
  const options = Object.entries(SESSION_COLUMNS[column]?.options ?? {}).map(([value, label]) => ({ value, label }));
  const narrowed = options.filter((option) => codes === undefined || codes.includes(option.value));
  return narrowed.length > 0 ? narrowed : options;
}

/** `One-to-one supervision` for its code. */
export function kindInWords(code: string): string {
  return choicesOf('kind').find((choice) => choice.value === code)?.label ?? code;
}
