import type { ReleasedQuestion, ReleasedTable } from '@plumbline/analytics/disclosure';
import { isIndexKey, ROUTE_PARTS, type PublishedRound, type QuestionWords } from '@plumbline/analytics/survey-results';

/** The thirteen questions that the form goes through, as headings. */
const HEADINGS: readonly string[] = [
  'Knowing the policy',
  'How people came to know it',
  'How often supervision happens',
  'Who receives it',
  'What helps supervisors',
  'What gets in the way',
  'Appraisal and supervision',
  'From one session to the next',
  'What changed for children',
  'What changed in the work',
  'Systems and writing up',
  'How good practice travels',
  'Whether good work is noticed',
];

/** A published question with its words and every table of it. A ranking is one with a question for each place. */
export interface ShownQuestion {
  readonly key: string;
  readonly text: string;
  readonly part: string;
  readonly question: ReleasedQuestion;
  /** More than one where it is a ranking: the first place first. */
  readonly places: readonly ReleasedQuestion[];
  /** Rows of one grid share their item and part. */
  readonly words: QuestionWords;
}

export interface QuestionSection {
  readonly id: string;
  readonly heading: string;
  readonly questions: readonly ShownQuestion[];
}

/** Published questions under the headings of the form, in its order. */
export function questionSections({ release, words }: PublishedRound): QuestionSection[] {
  const byKey = new Map(words.map((one) => [one.key, one]));
  const sections = new Map<string, ShownQuestion[]>();
  for (const question of release.questions) {
    const own = byKey.get(question.key);
    if (own === undefined || isIndexKey(question.key)) continue;
    if (own.itemKind === 'ranking' && own.row !== 'place-1') continue;
    const heading = own.number === null ? 'Questions of our own' : (HEADINGS[own.number - 1] ?? 'Questions of our own');
    const shown: ShownQuestion = {
      key: question.key,
      text: own.text,
      part: ROUTE_PARTS[own.block],
      question,
      places: own.itemKind === 'ranking' ? placesOf(release.questions, question.key) : [question],
      words: own,
    };
    sections.set(heading, [...(sections.get(heading) ?? []), shown]);
  }
  const order = [...HEADINGS, 'Questions of our own'];
  return order.flatMap((heading, i) => {
    const questions = sections.get(heading);
    return questions === undefined ? [] : [{ id: `q${i + 1}`, heading, questions }];
  });
}

function placesOf(questions: readonly ReleasedQuestion[], first: string): ReleasedQuestion[] {
  const stem = first.slice(0, first.length - '1'.length);
  return questions.filter(({ key }) => key.startsWith(stem)).toSorted((a, b) => (a.key < b.key ? -1 : 1));
}

export interface GroupTable {
  readonly group: string;
  readonly label: string;
  readonly table: ReleasedTable;
}

/** The tables of a question: everybody, then the groups of a breakdown. Empty for a breakdown that does not show the question. */
export function groupTables({ release }: PublishedRound, key: string, breakdown: string): GroupTable[] {
  const labels = new Map(release.plan.breakdowns.flatMap(({ groups }) => groups.map(({ id, label }) => [id, label] as const)));
  return release.tables
    .filter((table) => table.question === key && table.breakdown === breakdown)
    .map((table) => ({ group: table.group, label: labels.get(table.group) ?? table.group, table }));
}
