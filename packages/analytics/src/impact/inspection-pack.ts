/** The file that a director sends to inspectors: figures that stand with what they were made of, and can be made again. */
import type { LocalDate } from '@plumbline/domain/calendar';
import type { PackScope } from './inspection/pack-scope.ts';

/** What was left out of a figure, and why. */
export interface LeftOut {
  readonly away: number;
  readonly notKnown: number;
}

export interface PackFigure {
  /** What it counts, always by the same name. */
  readonly id: string;
  /** By which it is recomputed: see {@link figureCode}. */
  readonly code: string;
  readonly title: string;
  /** Null where nothing is in the denominator. A percentage has one decimal. */
  readonly value: number | null;
  readonly unit: string;
  readonly numerator: number;
  /** Null for a plain count. */
  readonly denominator: number | null;
  readonly excluded: LeftOut;
  readonly policyVersion: string;
  readonly sentence: string;
}

export interface PackTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface PackPart {
  readonly id: string;
  readonly title: string;
  readonly note: string | null;
  readonly figures: readonly PackFigure[];
  readonly table: PackTable | null;
  /** Whether nothing stands in it; `note` then says why. */
  readonly notHeld: boolean;
  /** Why nothing stands in it, where that is not for want of a record: it cannot be said of one home, or of so few people. */
  readonly leftOut?: 'not-of-home' | 'too-few';
}

export interface InspectionPack {
  readonly format: 1;
  /** Absent from packs drafted before there were any of homes: they are the whole council's. */
  readonly scope?: PackScope;
  readonly council: string;
  readonly councilId: string;
  readonly madeOn: LocalDate;
  /** Figures stand as they were on this day. */
  readonly asOf: LocalDate;
  /** ISO instant: what was recorded by then, and nothing later, is in the figures. */
  readonly knownAt: string;
  /** The twelve whole months before `asOf`. */
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly policyVersion: string;
  readonly parts: readonly PackPart[];
}

/** What a code is made of. */
export interface CodedFigure extends Pick<PackFigure, 'id' | 'numerator' | 'denominator'> {
  readonly councilId: string;
  readonly asOf: LocalDate;
  readonly policyVersion: string;
}

/** A hash of a text as lower-case hex: SHA-256. */
export type Hash = (text: string) => string;

/** Without I, L, O and U, which are read as something else. Source: Crockford's base 32. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUPS = 3;
const GROUP = 4;
const BITS = 5;

/**
 * The code of a figure: the first 60 bits of a hash over the council, what is counted, the day, the version of the policy, numerator and
 * denominator, in three groups of four signs. Any of them changed gives another code.
 */
export function figureCode({ councilId, id, asOf, policyVersion, numerator, denominator }: CodedFigure, hash: Hash): string {
  const hex = hash(JSON.stringify([councilId, id, asOf, policyVersion, numerator, denominator]));
  const text = Array.from(hex.slice(0, (GROUPS * GROUP * BITS) / 4), (sign) =>
    Number.parseInt(sign, 16).toString(2).padStart(4, '0'),
  ).join('');
  const signs = Array.from({ length: GROUPS * GROUP }, (_, i) => SIGNS[Number.parseInt(text.slice(i * BITS, (i + 1) * BITS), 2)]);
  return Array.from({ length: GROUPS }, (_, i) => signs.slice(i * GROUP, (i + 1) * GROUP).join('')).join('-');
}

/** Whether a code is that of a figure as it was worked out again. */
export function verifyFigure(code: string, recomputed: CodedFigure, hash: Hash): boolean {
  return figureCode(recomputed, hash) === code;
}
