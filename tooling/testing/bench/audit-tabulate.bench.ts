/**
 * A year of audits counted: 2,000 completed audits of 40 questions, by team, service, kind and quarter, drawn and picked apart,
 * question by question, with agreement and drift. Before it is timed the counts are compared with a plain walk through the audits: 0
 * differences. What a viewer may see who can open only one team, and the whole board for them, are timed apart.
 */
import {
  AUDIT_BASES,
  auditBoard,
  auditorDrift,
  countedGrade,
  GRADE_BREAKDOWNS,
  graderAgreement,
  groupKey,
  publishGrades,
  publishQuestions,
  tabulateGrades,
  tabulateQuestions,
  type AuditedRow,
} from '@plumbline/analytics/audits';
import { AUDIT_KINDS, GRADES, type AuditKind, type Grade } from '@plumbline/domain/audits';
import { insist, printLoad, printSpread, timeRuns } from './measure.ts';

const AUDITS = 2000;
const QUESTIONS = 40;
const TEAMS = 40;
const RUNS = 31;
const LIMIT_MS = 100;
const KINDS: readonly AuditKind[] = [
  'supervision-file',
  'case-supervision',
  'dip-sample',
  'thematic',
  'observation',
  'record-check',
];

const draw = seeded(20_261_122);
const questions = Array.from({ length: QUESTIONS }, (_, i) => `q${i + 1}`);
const rows = Array.from({ length: AUDITS }, (_, i) => someAudit(i));

printLoad();
const answers = rows.reduce((sum, row) => sum + Object.keys(row.answers).length, 0);
console.log(
  `${AUDITS.toLocaleString('en-GB')} audits, ${QUESTIONS} questions, ${answers.toLocaleString('en-GB')} answers, ${TEAMS} teams`,
);
compareWithWalk();

printSpread('grades, four breakdowns of three bases', await timeRuns(RUNS, () => allGrades()));
printSpread('questions', await timeRuns(RUNS, () => tabulateQuestions(rows)));
printSpread('agreement and drift', await timeRuns(RUNS, () => [graderAgreement(rows), auditorDrift(rows)]));
const whole = await timeRuns(RUNS, () => [allGrades(), tabulateQuestions(rows), graderAgreement(rows), auditorDrift(rows)]);
printSpread('everything tabulated', whole);
insist(whole.median <= LIMIT_MS, `Tabulating takes ${whole.median.toFixed(0)} ms.`);

const mayOpen = ({ team }: AuditedRow): boolean => team === 'T1';
printSpread(
  'the same tables as somebody may see them',
  await timeRuns(RUNS, () => [
    AUDIT_BASES.map((basis) => publishGrades(rows, { by: GRADE_BREAKDOWNS, basis, mayOpen })),
    publishQuestions(rows, mayOpen),
  ]),
);
printSpread('the board as somebody may see it', await timeRuns(RUNS, () => someBoard()));

function allGrades(): unknown {
  return AUDIT_BASES.map((basis) => GRADE_BREAKDOWNS.map((by) => tabulateGrades(rows, { by, basis })));
}

function someBoard(): unknown {
  return auditBoard(rows, {
    today: '2026-12-31',
    from: '2026-07-01',
    to: '2026-12-31',
    actions: [],
    programme: [],
    questions: new Map(questions.map((id, i) => [id, { area: `Area ${i % 8}`, asks: `Question ${i + 1}` }])),
    headcounts: Array.from({ length: TEAMS }, (_, i) => ({ team: `T${i + 1}`, name: `Team ${i + 1}`, headCount: 12 })),
    mayOpen,
  });
}

/** Small pseudo-random numbers from a seed: the same audits on every machine. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function someGrade(): Grade {
  return GRADES[[0, 1, 1, 2, 2, 2, 2, 3][draw(8)] ?? 0] ?? 1;
}

function someAudit(i: number): AuditedRow {
  const kind = KINDS[draw(KINDS.length)] ?? 'supervision-file';
  const team = draw(TEAMS) + 1;
  const overall = someGrade();
  const hasSecond = draw(6) === 0;
  return {
    auditId: `audit ${draw(20)}`,
    itemId: `item ${i}`,
    kind,
    basis: AUDIT_KINDS[kind].by === 'own-line' ? 'own-line' : draw(5) === 0 ? 'targeted' : 'random',
    isImported: draw(10) === 0,
    person: draw(20) === 0 ? null : `P${team}-${draw(14)}`,
    team: `T${team}`,
    service: `S${Math.ceil(team / 8)}`,
    auditor: `A${draw(25)}`,
    completedOn: `2026-${String(draw(12) + 1).padStart(2, '0')}-${String(draw(28) + 1).padStart(2, '0')}`,
    overall,
    second: hasSecond ? { basis: draw(3) === 0 ? 'extreme' : 'random', overall: someGrade() } : null,
    agreed: hasSecond ? someGrade() : null,
    toolId: kind,
    toolNumber: draw(3) + 1,
    answers: Object.fromEntries(questions.map((question, at) => [question, someAnswer(at)])),
  };
}

function someAnswer(question: number): AuditedRow['answers'][string] {
  if (draw(12) === 0) return 'not-applicable';
  if (question % 4 > 0) return someGrade();
  return draw(3) === 0 ? 'no' : 'yes';
}

/** Every count of grades and answers beside one that goes through the audits again for it alone. */
function compareWithWalk(): void {
  let compared = 0;
  const check = (what: string, counted: number | undefined, walked: number): void => {
    insist(counted === walked, `${what}: ${counted} counted, ${walked} walked.`);
    compared += 1;
  };
  const tables = AUDIT_BASES.flatMap((basis) => GRADE_BREAKDOWNS.map((by) => tabulateGrades(rows, { by, basis })));
  for (const { by, basis, groups } of tables)
    for (const { key, tally } of groups) {
      const own = rows.filter((row) => row.basis === basis && groupKey(row, by) === key);
      tally.counts.forEach((given, i) =>
        check(`${basis}, ${key}`, given, own.filter((row) => countedGrade(row) === i + 1).length),
      );
    }
  const drawn = rows.filter(({ basis }) => basis === 'random');
  for (const { question, counts, yes, no, notApplicable } of tabulateQuestions(rows)) {
    const walked = (value: AuditedRow['answers'][string]): number =>
      drawn.filter((row) => row.answers[question] === value).length;
    for (const grade of GRADES) check(question, counts[grade - 1], walked(grade));
    check(question, yes, walked('yes'));
    check(question, no, walked('no'));
    check(question, notApplicable, walked('not-applicable'));
  }
  console.log(`${compared} counts beside a plain walk: 0 differences`);
}
