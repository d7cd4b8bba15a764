import type { AnswerValue, CountedBallot, Instrument, Item, SupervisionRoute } from '@plumbline/domain/surveys';

/** A form with every kind of item, and replies to it, for tests. */

type Shared = Omit<Extract<Item, { kind: 'text' }>, 'kind' | 'longest'>;

export function aBrief(id: string, overrides: Partial<Shared> = {}): Shared {
  return {
    id,
    lineage: `test-${id}`,
    question: null,
    blocks: ['everybody'],
    roleFamilies: null,
    text: `Question ${id}?`,
    textGiving: null,
    help: null,
    shownWhen: null,
    isPulse: false,
    isAboutSupervisor: false,
    index: null,
    isReversed: false,
    ...overrides,
  };
}

function options(...ids: string[]): Extract<Item, { kind: 'multiple' }>['options'] {
  return ids.map((id) => ({ id, text: `Option ${id}`, score: null, isAlone: id === 'nothing' }));
}

export const EVERY_KIND: readonly Item[] = [
  { ...aBrief('point', { blocks: ['receives', 'gives'] }), kind: 'scale', scale: 'agreement' },
  {
    ...aBrief('since'),
    kind: 'single',
    options: [
      { id: 'worse', text: 'Worse', score: 1, isAlone: false },
      { id: 'already', text: 'No different, we already worked this way', score: 3, isAlone: false },
      { id: 'better', text: 'Better', score: 5, isAlone: false },
      { id: 'unsure', text: 'Not sure', score: null, isAlone: false },
      { id: 'not-here', text: 'I was not here then', score: null, isAlone: false },
    ],
  },
  { ...aBrief('ways'), kind: 'multiple', options: options('a', 'b', 'c', 'nothing') },
  { ...aBrief('order'), kind: 'ranking', options: options('x', 'y', 'z', 'w'), most: 3 },
  {
    ...aBrief('grid'),
    kind: 'grid',
    scale: 'frequency',
    rows: [
      { id: 'x', text: 'X' },
      { id: 'y', text: 'Y' },
    ],
    rowsFrom: null,
  },
  { ...aBrief('minutes'), kind: 'number', least: 0, most: 480, unit: 'minutes', bands: null },
  {
    ...aBrief('fact'),
    kind: 'policy-fact',
    options: options('monthly', 'weekly', 'not-sure'),
    right: 'monthly',
    rule: 'R-1',
    clause: '6',
  },
  { ...aBrief('words'), kind: 'text', longest: 500 },
];

export function aForm(items: readonly Item[] = EVERY_KIND): Instrument {
  return { format: 1, title: 'Test', introduction: '', policy: null, items: [...items] };
}

export function aBallot(cell: string, route: SupervisionRoute, values: Record<string, AnswerValue>): CountedBallot {
  return { cell, answers: { route, values } };
}

export function choice(value: string): AnswerValue {
  return { kind: 'choice', value };
}

export function choices(...values: string[]): AnswerValue {
  return { kind: 'choices', values };
}

export function rows(values: Record<string, string>): AnswerValue {
  return { kind: 'rows', values };
}

export function number(value: number | 'unknown'): AnswerValue {
  return { kind: 'number', value };
}
