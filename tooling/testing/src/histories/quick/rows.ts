import { kindOf, type Column, type FactKindName, type FactOf, type FactValue } from '@plumbline/domain/facts';
import { dayAt, dayIn, instantAt, type Stage } from './calendar.ts';
import type { Dice } from './dice.ts';
import type { Wishes } from './wishes.ts';

/** What rows may refer to in one small council. */
export interface Names {
  readonly person: readonly string[];
  readonly child: readonly string[];
  readonly team: readonly string[];
  readonly family: readonly string[];
  readonly session: string[];
  readonly group: string[];
  readonly record: string[];
  readonly action: string[];
}

interface Declared {
  readonly name: string;
  readonly column: Column;
  readonly codes: readonly string[];
}

const DECLARED = new Map<FactKindName, readonly Declared[]>();

function declaredOf(kind: FactKindName): readonly Declared[] {
  let declared = DECLARED.get(kind);
  if (declared === undefined) {
    declared = Object.entries(kindOf(kind).columns).map(([name, column]) => ({
      name,
      column,
      codes: Object.keys(column.options ?? {}),
    }));
    DECLARED.set(kind, declared);
  }
  return declared;
}

/** Makes rows of any kind from what is declared of its columns, so that a new column is filled as soon as it is there. */
export class Rows {
  readonly dice: Dice;
  readonly stage: Stage;
  readonly names: Names;
  readonly wishes: Wishes;

  constructor(dice: Dice, stage: Stage, names: Names, wishes: Wishes) {
    this.dice = dice;
    this.stage = stage;
    this.names = names;
    this.wishes = wishes;
  }

  /** What the first of the people and children is to be by the wishes, where they say; or else what chance says. */
  wished<Code extends string>(ref: string, attribute: string, chance: Code): Code {
    const code = ref === this.names.person[0] || ref === this.names.child[0] ? this.wishes.codes.get(attribute) : undefined;
    return code === undefined ? chance : (code as Code);
  }

  /** What the first child's worker is to be: that is the first of the people. */
  wishedOfWorker<Code extends string>(chance: Code): Code {
    return (this.wishes.codes.get('worker-role') as Code | undefined) ?? chance;
  }

  isWished(ref: string, attribute: string): boolean {
    return ref === this.names.person[0] && this.wishes.codes.has(attribute);
  }

  /** A row with what is given, and the rest filled at random in `share` of the columns that may be empty. */
  row<Kind extends FactKindName>(kind: Kind, given: Partial<FactOf<Kind>>, share = 0.6): FactOf<Kind> {
    const row: Record<string, FactValue> = {};
    const known = given as Readonly<Record<string, FactValue | undefined>>;
    for (const { name, column, codes } of declaredOf(kind)) {
      const value = known[name];
      if (value !== undefined) row[name] = value;
      else row[name] = column.isRequired || this.dice.isSo(share) ? this.valueOf(column, codes) : null;
    }
    return row as FactOf<Kind>;
  }

  private valueOf(column: Column, codes: readonly string[]): FactValue {
    const { dice } = this;
    switch (column.type) {
      case 'reference':
        return this.nameOf(column.refersTo ?? '');
      case 'text':
        return 'said';
      case 'code':
        return dice.pick(codes);
      case 'list':
        return codes.length === 0 ? ['one'] : dice.some(codes, codes.length > 8 ? 0.7 : 0.5);
      case 'boolean':
        return dice.isSo(0.65);
      case 'integer':
        return clamp(column, dice.pick(NUMBERS));
      case 'decimal':
        return clamp(column, dice.pick([0.3, 0.5, 0.6, 1]));
      case 'date':
        return dayAt(dayIn(dice, this.stage));
      case 'instant':
        return instantAt(dice, dayIn(dice, this.stage));
    }
  }

  private nameOf(kind: string): string | null {
    const names = (this.names as unknown as Readonly<Record<string, readonly string[]>>)[kind] ?? [];
    return names.length === 0 ? null : this.dice.pick(names);
  }
}

/** Numbers on and beside the limits that policies set. */
const NUMBERS: readonly number[] = [1, 2, 3, 4, 5, 7, 14, 20, 28, 30, 31, 59, 60, 61, 89, 90, 91, 120];

function clamp({ min, max }: Column, value: number): number {
  return Math.max(min ?? value, Math.min(max ?? value, value));
}
