import { listContextFigures, listFacts, listHeldMeasures, type ContextFigure } from '@plumbline/database';
import { formatDay, startOfMonth, toDay, type LocalDate } from '@plumbline/domain/calendar';
import { CONTEXT_MEASURE_NAMES, type ContextMeasure, type FactOf, type RivalEventKind } from '@plumbline/domain/facts';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { factsNaming } from '../access/facts-naming.ts';
import { factRows } from '../facts/fact-rows.ts';
import { LocalDateInput, TextInput, orNull } from '../inputs.ts';
import { procedure } from '../trpc.ts';

/** Between which days, both included, and of which teams; null for no bound and for every team. */
const BesideInput = z.object({
  from: orNull(LocalDateInput),
  to: orNull(LocalDateInput),
  /** What is of the whole council is of each of its teams and always in the answer; an empty list asks for that alone. */
  teams: orNull(z.array(TextInput.max(64)).max(1000)),
});

type BesideQuestion = z.infer<typeof BesideInput>;

/** A team by its code, and what it is called. */
export interface BesideTeam {
  readonly code: string;
  readonly name: string;
}

/** Something dated that rivals the policy as an explanation. */
export interface RivalEventRow {
  /** The id and version of the fact, by which it is corrected and withdrawn. */
  readonly id: string;
  readonly version: number;
  readonly event: string;
  readonly title: string;
  readonly kind: RivalEventKind;
  readonly on: LocalDate;
  /** The last day; null where it was one day or goes on. */
  readonly to: LocalDate | null;
  /** Null for the whole council. */
  readonly team: BesideTeam | null;
  /** Whether charts work out new limits from its first day on. */
  readonly isNewStart: boolean;
  readonly source: 'feed' | 'hand';
  readonly recordedBy: string | null;
  readonly recordedAt: string;
}

/** The monthly figures of one measure. */
export interface ContextMeasureRows {
  readonly measure: ContextMeasure;
  /** Whether anybody holds it: a measure without a figure in the months asked about may still be held. */
  readonly isHeld: boolean;
  /** By team and month, those of the whole council first; an empty month has none. */
  readonly figures: readonly ContextFigure[];
}

export interface ContextView {
  readonly measures: readonly ContextMeasureRows[];
  /** Every team of the council by name; `holds` names the measures of which it has a figure in any month. */
  readonly teams: readonly (BesideTeam & { readonly holds: readonly ContextMeasure[] })[];
  /** The measures of which there is a figure of the whole council in any month. */
  readonly councilHolds: readonly ContextMeasure[];
}

/** More events than a council writes down in its life. */
const MOST_EVENTS = 10_000;

/**
 * What else happened between two days, the earliest first. An event of several days counts where any of them lies between;
 * one without a last day, by its first alone.
 */
export async function listEvents(caller: Caller, question: BesideQuestion): Promise<readonly RivalEventRow[]> {
  return await caller.read(async (tx) => {
    const stored = await listFacts(tx, { kind: 'rival-event', limit: MOST_EVENTS });
    const rows = await factRows(tx, stored.rows);
    return rows
      .map(({ values, labels, id, version, source, recordedBy, recordedAt }): RivalEventRow => {
        const { event, title, kind, on, to, team, isNewStart } = values as unknown as FactOf<'rival-event'>;
        const ofTeam = team === null ? null : { code: team, name: labels['team'] ?? team };
        const said = { event, title, kind, on, to, team: ofTeam, isNewStart: isNewStart === true };
        return { id, version, ...said, source, recordedBy, recordedAt };
      })
      .filter((row) => isAskedFor(row, question))
      .toSorted((a, b) => a.on.localeCompare(b.on) || a.title.localeCompare(b.title));
  });
}

function isAskedFor({ on, to, team }: RivalEventRow, question: BesideQuestion): boolean {
  if (question.from !== null && (to ?? on) < question.from) return false;
  if (question.to !== null && on > question.to) return false;
  return team === null || question.teams === null || question.teams.includes(team.code);
}

/** Monthly figures beside supervision, measure by measure; every measure is in the answer, and says where nobody holds it. */
export async function viewContext(caller: Caller, { from, to, teams }: BesideQuestion): Promise<ContextView> {
  return await caller.read(async (tx) => {
    // Any day stands for its month.
    const first = from === null ? null : formatDay(startOfMonth(toDay(from)));
    const [figures, held, all] = await Promise.all([
      listContextFigures(tx, { from: first, to, teams }),
      listHeldMeasures(tx),
      factsNaming(tx, 'team'),
    ]);
    const byMeasure = Map.groupBy(figures, ({ measure }) => measure);
    const holds = (team: string | null) =>
      CONTEXT_MEASURE_NAMES.filter((measure) => held.some((one) => one.measure === measure && one.team === team));
    return {
      measures: CONTEXT_MEASURE_NAMES.map((measure) => ({
        measure,
        isHeld: held.some((one) => one.measure === measure),
        figures: byMeasure.get(measure) ?? [],
      })),
      teams: all
        .map(({ team, name }) => ({ code: team, name, holds: holds(team) }))
        .toSorted((a, b) => a.name.localeCompare(b.name)),
      councilHolds: holds(null),
    };
  });
}

export const listEventsProcedure = procedure
  .meta({ permission: 'service:read' })
  .input(BesideInput)
  .query(({ ctx, input }) => listEvents(ctx.caller, input));

export const viewContextProcedure = procedure
  .meta({ permission: 'service:read' })
  .input(BesideInput)
  .query(({ ctx, input }) => viewContext(ctx.caller, input));
