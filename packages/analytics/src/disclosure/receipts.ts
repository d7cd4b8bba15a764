/** How many answers of each cell came, as far as that may be published with the receipts: it is a figure like any other. */
import type { Cell } from '@plumbline/domain/surveys';
import { floorOf } from './plan.ts';
import type { Draft } from './prove/published.ts';
import { LEAST_FLOORS, type Floors, type ReportPlan } from './release.ts';
import { suppress } from './suppress.ts';

/** Answers that came, by cell: of the cells of which it is told. */
export type PublishedReceived = Readonly<Record<string, number>>;

/**
 * The cells whose number of answers may stand beside the receipts, of which everybody can see how many there are in all. Cells with
 * fewer than ten are left out, and as many others as it takes that none of them can be worked out. Whatever is published goes into
 * every release as `received`.
 */
export function receivedToPublish(
  cells: readonly Pick<Cell, 'id' | 'headCount'>[],
  received: PublishedReceived,
  floors: Floors = LEAST_FLOORS,
): PublishedReceived {
  const values = cells.map(({ id }) => received[id] ?? 0);
  const floor = floorOf('cell', floors);
  const everybody = { id: '', atoms: [...values.keys()], value: values.reduce((sum, value) => sum + value, 0), floor: 0 };
  const items = cells.map(({ id }, i) => ({ id, atoms: [i], value: values[i] ?? 0, floor, canHide: true, isUnplanned: false }));
  const found = suppress({
    values,
    caps: cells.map(({ headCount }) => headCount),
    items: [{ ...everybody, canHide: false, isUnplanned: false }, ...items],
  });
  if (!found.ok) return {};
  return Object.fromEntries(items.filter(({ id }) => !found.hidden.has(id)).map(({ id, value }) => [id, value]));
}

/** The same as a publication beside the releases, with the number 0. */
export function receivedAsDraft(received: PublishedReceived, cells: readonly Cell[], { roundId, floors }: ReportPlan): Draft {
  const told = cells.filter(({ id }) => received[id] !== undefined);
  const groups = told.map(({ id, label }) => ({ id: `received:${id}`, label, cells: [id], routes: null }));
  const rates = told.map(({ id, headCount }) => {
    const replies = received[id] ?? 0;
    const percent = Math.round((100 * replies) / headCount);
    const isCapped = percent >= 95;
    return {
      breakdown: 'received',
      group: `received:${id}`,
      state: 'shown' as const,
      headCount,
      replies,
      percent: isCapped ? 95 : percent,
      isCapped,
    };
  });
  return {
    format: 1,
    roundId,
    sequence: 0,
    previousHash: null,
    plan: { format: 1, roundId, floors, breakdowns: [{ id: 'received', kind: 'cell', label: '', groups }] },
    questions: [],
    tables: [],
    rates,
    indices: [],
    remedies: [],
  };
}
