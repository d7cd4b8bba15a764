import type { Day } from '@plumbline/domain/calendar';
import type { Stretch } from '@plumbline/domain/rules';
import type { LeftOut, PackFigure, PackPart, PackTable } from '../inspection-pack.ts';
import type { PackMaterial } from './material.ts';
import type { Answering, Covers } from './pack-scope.ts';

/** A figure before it has its code. */
export type Counted = Omit<PackFigure, 'code' | 'policyVersion'>;

/** A part before its figures have their codes. */
export interface DraftPart extends Omit<PackPart, 'figures'> {
  readonly figures: readonly Counted[];
}

/** What every part is written from: the material, its day, its twelve months and whom it is about. */
export interface PartSource extends PackMaterial {
  readonly day: Day;
  readonly window: Stretch;
  readonly answering: Answering;
  readonly covers: Covers;
  /** Staff numbers of those in post on the day, within the pack. */
  readonly staff: readonly string[];
}

const NOTHING: LeftOut = { away: 0, notKnown: 0 };

/** How much of something, as a percentage with one decimal. */
export function share(
  id: string,
  title: string,
  {
    numerator,
    denominator,
    excluded = NOTHING,
  }: { readonly numerator: number; readonly denominator: number; readonly excluded?: LeftOut },
): Counted {
  const value = denominator === 0 ? null : Math.round((numerator / denominator) * 1000) / 10;
  const said = value === null ? 'nothing to count.' : `${value}%, ${numerator} of ${denominator}.`;
  return { id, title, value, unit: '%', numerator, denominator, excluded, sentence: `${title}: ${said}${leftOut(excluded)}` };
}

/** A plain number of something. */
export function count(id: string, title: string, numerator: number, unit: string, excluded: LeftOut = NOTHING): Counted {
  const sentence = `${title}: ${numerator} ${unit}.${leftOut(excluded)}`;
  return { id, title, value: numerator, unit, numerator, denominator: null, excluded, sentence };
}

/** So many of one for each of another, with one decimal. */
export function perEach(id: string, title: string, numerator: number, denominator: number, unit: string): Counted {
  const value = denominator === 0 ? null : Math.round((numerator / denominator) * 10) / 10;
  const said = value === null ? 'nothing to count.' : `${value} ${unit}, ${numerator} to ${denominator}.`;
  return { id, title, value, unit, numerator, denominator, excluded: NOTHING, sentence: `${title}: ${said}` };
}

function leftOut({ away, notKnown }: LeftOut): string {
  const parts = [away === 0 ? null : `${away} not counted: away`, notKnown === 0 ? null : `${notKnown} not known`];
  const said = parts.filter((part) => part !== null).join(', ');
  return said === '' ? '' : ` Left out: ${said}.`;
}

export function part(
  id: string,
  title: string,
  {
    note = null,
    figures,
    table = null,
  }: { readonly note?: string | null; readonly figures: readonly Counted[]; readonly table?: PackTable | null },
): DraftPart {
  return { id, title, note, figures, table: table?.rows.length === 0 ? null : table, notHeld: false };
}

/** A part of which nothing is held; the reason is one plain sentence. */
export function notHeld(id: string, title: string, because: string): DraftPart {
  return { id, title, note: because, figures: [], table: null, notHeld: true };
}

/** A part that a home's pack leaves out for good; the reason is one plain sentence. */
export function notOfHome(id: string, title: string, because: string): DraftPart {
  return { ...notHeld(id, title, because), leftOut: 'not-of-home' };
}

/** A part of which something is held that would tell how one person stands. */
export function tooFew(id: string, title: string): DraftPart {
  const because = 'Fewer than five people stand behind this, so that figures would tell how one of them stands.';
  return { ...notHeld(id, title, because), leftOut: 'too-few' };
}

/** Sums as the rows of a table: how much, of how much, and what was left out. */
export function figureRows(figures: readonly Counted[]): string[][] {
  return figures.map(({ title, value, unit, numerator, denominator, excluded }) => [
    title,
    value === null ? 'Nothing to count' : `${value}${unit === '%' ? '%' : ` ${unit}`}`,
    denominator === null ? String(numerator) : `${numerator} of ${denominator}`,
    String(excluded.away),
    String(excluded.notKnown),
  ]);
}
