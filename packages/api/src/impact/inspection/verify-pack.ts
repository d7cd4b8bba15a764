import { figureCode, homeOfFigure, type InspectionPack, verifyFigure } from '@plumbline/analytics/impact';
import { findPack, inCouncil, type Council, type Database } from '@plumbline/database';
import { ProblemError } from '../../problems.ts';
import { readPackCsv } from './read-pack-csv.ts';
import { makePackApart, packHash, sha256 } from './make-pack.ts';

/** A figure as a file or a stored pack has it. */
export interface FigureToVerify {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly numerator: number;
  readonly denominator: number | null;
  readonly policyVersion: string;
  readonly asOf: string;
  readonly knownAt: string;
}

export interface VerifiedFigure {
  readonly code: string;
  readonly title: string;
  readonly holds: boolean;
  /** Why it does not hold: the numbers are not those of the code, or the record gives others now. Null where it holds. */
  readonly because: 'altered' | 'other-now' | 'not-found' | null;
  /** As worked out again. */
  readonly now: { readonly numerator: number; readonly denominator: number | null } | null;
}

/** The figures of a pack that is stored here; null where there is none by this id. `isWhole`: whether it is what was drafted. */
export async function figuresOfPack(
  database: Database,
  councilId: string,
  packId: string,
): Promise<{ readonly figures: readonly FigureToVerify[]; readonly isWhole: boolean } | null> {
  const found = await inCouncil(database, councilId, (tx) => findPack(tx, packId));
  if (found === null) return null;
  const pack = found.content as InspectionPack;
  const { asOf, knownAt } = pack;
  const figures = pack.parts.flatMap((part) => part.figures.map((one) => ({ ...one, asOf, knownAt })));
  return { figures, isWhole: packHash(pack) === found.contentHash };
}

/** The figures of a CSV file of a pack; null where it is not one. */
export function figuresOfCsv(text: string): readonly FigureToVerify[] | null {
  const rows = readPackCsv(text);
  if (rows === null) return null;
  return rows.map((row) => ({
    id: row['Counts'] ?? '',
    code: row['Code'] ?? '',
    title: row['Figure'] ?? '',
    numerator: Number(row['Numerator']),
    denominator: row['Denominator'] === '' ? null : Number(row['Denominator']),
    policyVersion: row['Policy version'] ?? '',
    asOf: row['As of'] ?? '',
    knownAt: row['Known at'] ?? '',
  }));
}

/** Works each figure out again from the record as it was known when the pack was made, and says which codes hold. */
export async function verifyFigures(
  database: Database,
  council: Pick<Council, 'id' | 'name'>,
  figures: readonly FigureToVerify[],
): Promise<VerifiedFigure[]> {
  const packs = new Map<string, InspectionPack | null>();
  for (const figure of figures) {
    const key = packOf(figure);
    if (!packs.has(key)) packs.set(key, await packAgain(database, council, figure));
  }
  return figures.map((figure) => verified(figure, council.id, packs.get(packOf(figure)) ?? null));
}

/** From which pack a figure is: its day, what was known, and its home where it is of one. */
function packOf({ id, asOf, knownAt }: FigureToVerify): string {
  return JSON.stringify([asOf, knownAt, homeOfFigure(id)]);
}

/** Null where the council had no such home then: what is said to be its figure is not found. */
async function packAgain(
  database: Database,
  council: Pick<Council, 'id' | 'name'>,
  { id, asOf, knownAt }: FigureToVerify,
): Promise<InspectionPack | null> {
  const moment = { madeOn: asOf, asOf, knownAt, home: homeOfFigure(id) };
  try {
    return await makePackApart(database, { council, moment });
  } catch (error) {
    if (error instanceof ProblemError && moment.home !== null) return null;
    throw error;
  }
}

function verified(figure: FigureToVerify, councilId: string, pack: InspectionPack | null): VerifiedFigure {
  const { code, title, asOf } = figure;
  const again = pack?.parts.flatMap((part) => part.figures).find(({ id }) => id === figure.id);
  const now = again === undefined ? null : { numerator: again.numerator, denominator: again.denominator };
  if (figureCode({ ...figure, councilId }, sha256) !== code) return { code, title, holds: false, because: 'altered', now };
  if (again === undefined) return { code, title, holds: false, because: 'not-found', now };
  const holds = verifyFigure(code, { ...again, councilId, asOf }, sha256);
  return { code, title, holds, because: holds ? null : 'other-now', now };
}
