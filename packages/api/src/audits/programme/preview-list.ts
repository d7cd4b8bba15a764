import type { WordsTransaction } from '@plumbline/database';
import { marginOf, sampleSizeFor } from '@plumbline/domain/audits';
import { z } from 'zod';
import type { Caller } from '../../access/caller.ts';
import { factsNaming } from '../../access/facts-naming.ts';
import { inWords } from '../../access/in-words.ts';
import { labelsOf } from '../../access/labels.ts';
import { orNull, TextInput } from '../../inputs.ts';
import { procedure } from '../../trpc.ts';
import { subjectIds } from '../people.ts';
import { listedOn, type Candidate } from './list-of.ts';

const MOST_ROWS = 60;
/** Ten points either way is what most councils can carry; five is for a figure that will be compared. */
const MARGINS = [0.05, 0.1, 0.15] as const;

const PreviewListInput = z.object({
  about: z.enum(['person', 'child', 'action']),
  teams: z.array(TextInput.max(80)).max(500),
  /** Part of a name, a reference or a team. */
  text: orNull(TextInput.max(100)),
  size: orNull(z.number().int().min(1).max(2000)),
});

export interface CandidateRow {
  readonly id: string;
  readonly kind: 'person' | 'child' | 'action';
  readonly label: string;
  readonly team: string;
}

export interface ListPreview {
  readonly total: number;
  readonly byTeam: readonly { readonly team: string; readonly name: string; readonly count: number }[];
  /** How many to draw for a share known to within so many points. */
  readonly sizes: readonly { readonly margin: number; readonly size: number }[];
  /** What the chosen size gives; null where that cannot be said. */
  readonly margin: number | null;
  readonly rows: readonly CandidateRow[];
  readonly isCutOff: boolean;
}

/** The list from which would be drawn today, with how many are worth drawing. */
export async function previewList(
  caller: Caller,
  { about, teams, text, size }: z.infer<typeof PreviewListInput>,
): Promise<ListPreview> {
  return await inWords(caller, async (tx) => {
    const list = await listedOn(tx, { about, teams }, caller.today);
    const names = new Map((await factsNaming(tx, 'team')).map((team) => [team.team, team.name]));
    const rows = await rowsOf(tx, list, names);
    const asked = (text ?? '').trim().toLowerCase();
    const found = rows.filter(({ label, team }) => `${label} ${team}`.toLowerCase().includes(asked));
    const counted = Map.groupBy(list, ({ stratum }) => stratum);
    return {
      total: list.length,
      byTeam: [...counted]
        .map(([team, lines]) => ({ team, name: names.get(team) ?? team, count: lines.length }))
        .toSorted((a, b) => a.name.localeCompare(b.name)),
      sizes: MARGINS.map((margin) => ({ margin, size: sampleSizeFor(list.length, margin) })),
      margin: size === null ? null : marginOf(list.length, size),
      rows: found.slice(0, MOST_ROWS),
      isCutOff: found.length > MOST_ROWS,
    };
  });
}

/** Lines of a list as pages show them, by name; actions by the day on which they were closed are shown elsewhere. */
export async function rowsOf(
  tx: WordsTransaction,
  list: readonly Candidate[],
  teamNames: ReadonlyMap<string, string>,
): Promise<CandidateRow[]> {
  const idOf = await subjectIds(
    tx,
    list.map((line) => ({ ...line })),
  );
  const label = await labelsOf(
    tx,
    list.flatMap(({ kind, person }) => (kind !== 'child' && person !== null ? [person] : [])),
  );
  const labelled = list.map((line) => ({
    id: idOf(line),
    kind: line.kind,
    label: line.kind === 'child' ? line.ref : label(line.person ?? line.ref).name,
    team: teamNames.get(line.stratum) ?? line.stratum,
  }));
  return labelled.toSorted((a, b) => a.label.localeCompare(b.label));
}

export const previewListProcedure = procedure
  .meta({ permission: 'audits:plan' })
  .input(PreviewListInput)
  .query(({ ctx, input }) => previewList(ctx.caller, input));
