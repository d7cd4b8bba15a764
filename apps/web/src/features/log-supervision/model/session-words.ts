import { kindOf } from '@plumbline/domain/facts';

/** A label and a value to choose. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** The choices of one column of the supervision log, narrowed to some codes where given. */
export function choicesOf(column: string, codes?: readonly string[]): readonly Choice[] {
  const options = Object.entries(kindOf('session').columns[column]?.options ?? {}).map(([value, label]) => ({ value, label }));
  const narrowed = options.filter((option) => codes === undefined || codes.includes(option.value));
  return narrowed.length > 0 ? narrowed : options;
}

/** `One-to-one supervision` for its code. */
export function kindInWords(code: string): string {
  return choicesOf('kind').find((choice) => choice.value === code)?.label ?? code;
}
