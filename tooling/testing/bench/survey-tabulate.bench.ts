/**
 * A survey round counted: 30 items answered by 33,000 people in 40 groups, every kind of item but words, by group and by the route that
 * people took. Before it is timed the counts are compared with a plain walk through the replies: 0 differences. Laying the
 * answers out and counting them are timed apart as well, since what is laid out serves cross-tables and indices too.
 */
import {
  columnsOf,
  countsOf,
  atomsOf,
  indexColumnsOf,
  tabulate,
  tabulateColumns,
  type QuestionTable,
} from '@plumbline/analytics/surveys';
import {
  answerKey,
  askedItems,
  standardInstrument,
  SUPERVISION_ROUTES,
  type AnswerValue,
  type CountedBallot,
  type Instrument,
  type Item,
} from '@plumbline/domain/surveys';
import { insist, printLoad, printSpread, timeRuns } from './measure.ts';

const PEOPLE = 33_000;
const CELLS = 40;
const ITEMS = 30;
const RUNS = 9;
/** What counting with all suppression may take together; suppression has its own bench. */
const LIMIT_MS = 2000;

const instrument: Instrument = {
  ...standardInstrument,
  items: standardInstrument.items.filter(({ kind }) => kind !== 'text').slice(0, ITEMS),
};
const cells = Array.from({ length: CELLS }, (_, i) => `c${i + 1}`);
const draw = seeded(20_261_122);
const ballots = Array.from({ length: PEOPLE }, () => someBallot());

printLoad();
insist(instrument.items.length === ITEMS, `The form has ${instrument.items.length} items.`);
const answered = ballots.reduce((sum, { answers }) => sum + Object.keys(answers.values).length, 0);
console.log(
  `${PEOPLE.toLocaleString('en-GB')} replies, ${ITEMS} items, ${answered.toLocaleString('en-GB')} answers, ${CELLS} groups × 4 routes`,
);
compareWithWalk();

const columns = columnsOf(instrument, ballots, cells);
printSpread('answers laid out in columns', await timeRuns(RUNS, () => columnsOf(instrument, ballots, cells)));
printSpread('columns counted, every question by group and route', await timeRuns(RUNS, () => tabulateColumns(columns)));
printSpread('indices of every person', await timeRuns(RUNS, () => indexColumnsOf(columns)));
const whole = await timeRuns(RUNS, () => tabulate(instrument, ballots, cells));
printSpread('the whole round tabulated', whole);
insist(whole.median <= LIMIT_MS, `Tabulating takes ${whole.median.toFixed(0)} ms.`);

/** Small pseudo-random numbers from a seed: the same replies on every machine. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function someBallot(): CountedBallot {
  const route = SUPERVISION_ROUTES[draw(4)] ?? 'both';
  const values: Record<string, AnswerValue> = {};
  for (const { key, item } of askedItems(instrument, route, null)) {
    if (draw(20) === 0) continue;
    const value = someAnswer(item);
    if (value !== null) values[key] = value;
  }
  return { cell: `c${draw(CELLS) + 1}`, answers: { route, values } };
}

function someAnswer(item: Item): AnswerValue | null {
  const point = (): string => (draw(15) === 0 ? 'none' : String(draw(5) + 1));
  const option = (options: readonly { readonly id: string }[]): string => options[draw(options.length)]?.id ?? '';
  switch (item.kind) {
    case 'scale':
      return { kind: 'choice', value: point() };
    case 'single':
    case 'policy-fact':
      return { kind: 'choice', value: option(item.options) };
    case 'multiple':
    case 'ranking':
      return { kind: 'choices', values: [...new Set([option(item.options), option(item.options), option(item.options)])] };
    case 'grid':
      return { kind: 'rows', values: Object.fromEntries(item.rows.slice(0, 3).map(({ id }) => [id, point()])) };
    case 'number':
      return {
        kind: 'number',
        value: item.bands === null ? item.least + draw(item.most - item.least + 1) : (item.bands[0]?.[0] ?? 0),
      };
    case 'text':
      return null;
  }
}

/** Scales and choices of one group, counted by going through the replies one by one. */
function compareWithWalk(): void {
  const tabulation = tabulate(instrument, ballots, cells);
  const atoms = atomsOf(tabulation, { cells: ['c7'], routes: ['gives', 'both'] });
  const own = ballots.filter(({ cell, answers }) => cell === 'c7' && (answers.route === 'gives' || answers.route === 'both'));
  let compared = 0;
  for (const table of tabulation.tables) {
    const { item, block } = table.question;
    if (item.kind !== 'scale' && item.kind !== 'single') continue;
    const given = own
      .flatMap(({ answers }) => answers.values[answerKey(item, block)] ?? [])
      .map((value) => (value.kind === 'choice' ? value.value : ''));
    compared += compareTable(table, atoms, given);
  }
  insist(compared > 100, `Only ${compared} counts were compared.`);
  console.log(`${compared} counts of one group beside a plain walk: 0 differences`);
}

function compareTable(table: QuestionTable, atoms: readonly number[], given: readonly string[]): number {
  const { counts } = countsOf(table, atoms);
  table.question.answers.forEach(({ id }, i) => {
    const walked = given.filter((value) => value === id).length;
    insist(counts[i] === walked, `${table.question.key}, ${id}: ${counts[i]} counted, ${walked} walked.`);
  });
  return counts.length;
}
