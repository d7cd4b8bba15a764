import {
  standardInstrument,
  SUPERVISION_ROUTES,
  askedItems,
  type AnswerValue,
  type Cell,
  type CountedBallot,
  type Item,
} from '@plumbline/domain/surveys';
import { describe, expect, it } from 'vitest';
import { makeRelease, type Release, type ReportPlan } from '../disclosure/index.ts';
import { joinQuestions } from '../surveys/index.ts';
import { prepareAnswers } from './survey-answers.ts';
import { standsOnScale } from './survey-bar-parts.ts';
import { prepareBars } from './survey-bars.ts';
import { prepareChanges } from './survey-changes.ts';
import { prepareIndexBars } from './survey-indices.ts';
import { prepareRanking } from './survey-ranking.ts';
import { prepareRates } from './survey-rates.ts';

/** A published round of the standard form from end to end: whatever is in it can be drawn. */

const CELLS: Cell[] = ['assessment', 'fostering'].map((service, i) => ({
  id: `c${i + 1}`,
  label: service,
  services: [service],
  roleFamilies: ['social-worker'],
  headCount: 60,
}));

const PLAN: ReportPlan = {
  format: 1,
  roundId: 'round',
  floors: { scores: 5, managed: 8, crosses: 10 },
  breakdowns: [
    {
      id: 'whole',
      kind: 'whole',
      label: 'Everybody',
      groups: [{ id: 'whole', label: 'Everybody', cells: ['c1', 'c2'], routes: null }],
    },
    {
      id: 'service',
      kind: 'service',
      label: 'Service',
      groups: CELLS.map(({ id, label }) => ({ id: `service:${label}`, label, cells: [id], routes: null })),
    },
  ],
};

/** The same replies for the same seed. */
function draws(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function answerTo(item: Item, draw: (below: number) => number): AnswerValue | null {
  const of = (list: readonly { readonly id: string }[]): string => list[draw(list.length)]?.id ?? '';
  switch (item.kind) {
    case 'scale':
      return { kind: 'choice', value: String(1 + draw(5)) };
    case 'single':
    case 'policy-fact':
      return { kind: 'choice', value: of(item.options) };
    case 'multiple':
    case 'ranking':
      return { kind: 'choices', values: [...new Set([of(item.options), of(item.options)])] };
    case 'number':
      return { kind: 'number', value: item.bands === null ? draw(6) : (item.bands[draw(item.bands.length)]?.[0] ?? 0) };
    case 'grid':
    case 'text':
      return null;
  }
}

function published(seed: number): Release {
  const draw = draws(seed);
  const ballots = Array.from({ length: 96 }, (_, i): CountedBallot => {
    const route = SUPERVISION_ROUTES[draw(3)] ?? 'both';
    const values: Record<string, AnswerValue> = {};
    for (const { key, item } of askedItems(standardInstrument, route, 'social-worker')) {
      const value = answerTo(item, draw);
      if (value !== null) values[key] = value;
    }
    return { cell: i % 2 === 0 ? 'c1' : 'c2', answers: { route, values } };
  });
  const made = makeRelease({
    instrument: standardInstrument,
    cells: CELLS,
    ballots,
    plan: PLAN,
    earlier: [],
    hash: (text) => String(text.length),
  });
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return made.release;
}

const first = published(1);
const second = published(2);

function tablesOf(release: Release, key: string): Release['tables'] {
  return release.tables.filter(({ question }) => question === key);
}

describe('a published round', () => {
  it('can be drawn question by question, whatever is shown of it', () => {
    expect(first.questions.length).toBeGreaterThan(40);
    const sentences = first.questions.flatMap((question) => {
      const tables = tablesOf(first, question.key);
      const inputs = tables.map((table) => ({ key: table.group, label: table.group, question, table }));
      if (standsOnScale(question)) return prepareBars(question.key, inputs).rows.map(({ sentence }) => sentence);
      return tables.map((table) => prepareAnswers(question.key, question, table).sentence);
    });
    expect(sentences.length).toBe(first.tables.length);
    expect(sentences.filter((sentence) => /NaN|undefined|null|Infinity/.test(sentence))).toEqual([]);
  });

  it('has the ranking, the rates and the indices', () => {
    const question = first.questions.find(({ key }) => key === '6a.place-1');
    const places = [1, 2, 3].map((place) => tablesOf(first, `6a.place-${place}`).find(({ group }) => group === 'whole'));
    const ranking =
      question === undefined
        ? null
        : prepareRanking(
            'In the way',
            question,
            places.flatMap((table) => table ?? []),
          );
    expect(ranking?.title).toBe('In the way');
    expect(prepareRates(first.plan, first.rates, 'service').table.rows.length).toBeGreaterThan(0);
    const scores = first.indices.map((score) => ({ label: score.group, score }));
    expect(prepareIndexBars('Scores', scores).bars).toHaveLength(first.indices.length);
  });

  it('can be compared with the next one by lineage, without the form', () => {
    const { pairs, apart } = joinQuestions(first.questions, second.questions);
    expect(pairs).toHaveLength(second.questions.length);
    expect(apart).toEqual([]);
    const inputs = pairs.flatMap(({ before, after }) => {
      const one = tablesOf(first, before.key).find(({ group }) => group === 'whole');
      const other = tablesOf(second, after.key).find(({ group }) => group === 'whole');
      if (one === undefined || other === undefined || !standsOnScale(after)) return [];
      return [
        { key: after.key, label: after.key, before: { question: before, table: one }, after: { question: after, table: other } },
      ];
    });
    const rounds = {
      before: { name: 'June 2026', policyVersion: '1.2' },
      after: { name: 'November 2026', policyVersion: '1.3' },
    };
    const model = prepareChanges('All', rounds, inputs);
    expect(inputs.length).toBeGreaterThan(20);
    expect(model.rows.filter(({ change }) => change !== null).length).toBeGreaterThan(20);
    expect(JSON.stringify(model)).not.toMatch(/NaN|undefined/);
  });
});
