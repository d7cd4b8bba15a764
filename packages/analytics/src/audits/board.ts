/** Everything that audits said in a period, as one page for one viewer. */
import type { LocalDate } from '@plumbline/domain/calendar';
import type { AuditActionRow } from './actions-figures.ts';
import { agreementFor } from './agreement-for.ts';
import { actionsModel } from './board-actions.ts';
import { coverageModel } from './board-coverage.ts';
import { gradesModel } from './board-grades.ts';
import { improvementModel } from './board-improvement.ts';
import { progressModel } from './board-progress.ts';
import { themesModel } from './board-themes.ts';
import { compareQuestions } from './compare-questions.ts';
import { auditCoverage, type TeamHeadcount } from './coverage.ts';
import type { MayOpen } from './disclosure.ts';
import { periodBefore } from './period.ts';
import { publishGrades, publishQuestions, shownQuestions } from './publish.ts';
import type { AskedQuestions } from './question-areas.ts';
import { AUDIT_BASES, completedWithin, type AuditBasis, type AuditedRow } from './rows.ts';
import type { AuditBoard, GradesModel, ProgrammedAudit } from './views.ts';

export interface BoardQuery {
  readonly today: LocalDate;
  /** First and last day of the period. For a viewer who may not open all, fixed and settled: see `lastSettledDay`. */
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly actions: readonly AuditActionRow[];
  readonly programme: readonly ProgrammedAudit[];
  readonly questions: AskedQuestions;
  /** Teams by their codes, with names and how many people are in them. */
  readonly headcounts: readonly TeamHeadcount[];
  readonly mayOpen: MayOpen;
}

/**
 * The audit board. `rows` reach back at least to the beginning of the period before. Grades and answers are shown as far as the viewer
 * may see them, see `protectTables`; numbers of audits, people and actions always.
 */
export function auditBoard(rows: readonly AuditedRow[], query: BoardQuery): AuditBoard {
  const { today, from, to, headcounts, mayOpen } = query;
  const period = { from, to };
  const before = periodBefore(period);
  const own = completedWithin(rows, period);
  const names = new Map(headcounts.map(({ team, name }) => [team, name]));
  const answers = publishQuestions(own, mayOpen);
  const changes = compareQuestions(
    shownQuestions(publishQuestions(completedWithin(rows, before), mayOpen)),
    shownQuestions(answers),
  );
  return {
    period,
    today,
    progress: progressModel(query.programme),
    grades: gradesOf(own, 'random', names, query),
    counted: AUDIT_BASES.filter((basis) => basis !== 'random' && own.some((row) => row.basis === basis)).map((basis) =>
      gradesOf(own, basis, names, query),
    ),
    agreement: agreementFor(own, mayOpen),
    themes: themesModel(answers, query.questions),
    improvement: improvementModel(changes.changes, query.questions, before),
    actions: actionsModel(query.actions, names, today),
    coverage: coverageModel(auditCoverage(rows, headcounts, period)),
  };
}

function gradesOf(
  rows: readonly AuditedRow[],
  basis: AuditBasis,
  names: ReadonlyMap<string, string>,
  { mayOpen, programme }: BoardQuery,
): GradesModel {
  // Whoever sees a part of the list only is told of a part of it.
  const population = basis === 'random' && mayOpen === true ? listSizeOf(rows, programme) : null;
  const tables = publishGrades(rows, { by: ['team'], basis, mayOpen, ...(population === null ? {} : { population }) });
  return gradesModel(tables, names, basis);
}

/** The size of the list where everything drawn at random comes from one and the same list; else null. */
function listSizeOf(rows: readonly AuditedRow[], programme: readonly ProgrammedAudit[]): number | null {
  const drawn = rows.filter(({ basis }) => basis === 'random');
  const [first] = drawn;
  if (first === undefined || drawn.some(({ auditId, isImported }) => isImported || auditId !== first.auditId)) return null;
  const size = programme.find(({ auditId }) => auditId === first.auditId)?.listSize ?? null;
  return size !== null && size >= drawn.length ? size : null;
}
