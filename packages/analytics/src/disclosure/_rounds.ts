/** Small rounds for tests: cells in services and role families, and what was said in each. */
import { Instrument, type AnswerValue, type Cell, type CountedBallot, type RoleFamily } from '@plumbline/domain/surveys';
import { standardPlan } from './plan.ts';
import type { ReportPlan } from './release.ts';

const SHARED = {
  question: null,
  roleFamilies: null,
  textGiving: null,
  help: null,
  shownWhen: null,
  isPulse: false,
  index: null,
  isReversed: false,
  isAboutSupervisor: false,
  blocks: ['everybody'],
};

/** A form with agreement questions of these ids; of one that ends in `-supervisor` the higher floor holds. */
export function formOf(...ids: string[]): Instrument {
  const items = ids.map((id) => ({
    ...SHARED,
    id,
    lineage: id,
    text: id,
    kind: 'scale',
    scale: 'agreement',
    isAboutSupervisor: id.endsWith('-supervisor'),
  }));
  return Instrument.parse({ format: 1, title: 'Form', introduction: '', policy: null, items });
}

/** A cell of one service and one role family. */
export function cell(id: string, service: string, headCount: number, roleFamily: RoleFamily = 'social-worker'): Cell {
  return { id, label: id, services: [service], roleFamilies: [roleFamily], headCount };
}

/** As many ballots of a cell as there are points, each with its point to every question; "-" leaves every question out. */
export function said(cellId: string, points: string, ...ids: string[]): CountedBallot[] {
  return [...points].map((point) => {
    const value: AnswerValue = { kind: 'choice', value: point };
    const values = point === '-' ? {} : Object.fromEntries(ids.map((id) => [id, value]));
    return { cell: cellId, answers: { route: 'receives', values } };
  });
}

/** Points 1 to 5 by turns. */
export function mixed(count: number): string {
  return Array.from({ length: count }, (_, i) => 1 + (i % 5)).join('');
}

export function planFor(cells: readonly Cell[], more: readonly ('cell' | 'route')[] = []): ReportPlan {
  const words = {
    whole: 'Everybody',
    services: {},
    roleFamilies: {},
    routes: { receives: 'R', gives: 'G', both: 'B', neither: 'N' },
  };
  return standardPlan('round-1', cells, words, { more });
}

/** Not a real hash: the same text gives the same, which is all that these tests ask of it. */
export function hash(text: string): string {
  let sum = 7;
  for (const letter of text) sum = (Math.imul(sum, 31) + (letter.codePointAt(0) ?? 0)) >>> 0;
  return sum.toString(16).padStart(64, '0');
}
