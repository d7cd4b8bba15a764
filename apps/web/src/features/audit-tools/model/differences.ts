import { areaInWords } from '@plumbline/analytics/wording';
/** Where two people's work on one audit tool differs, place by place, for whoever must say which is right. */
import { auditKind, GRADE_WORDS, GRADES, type AuditQuestion, type AuditTool } from '@plumbline/domain/audits';
import type { DifferenceRow } from '../../../parts/fact/difference.ts';
import { areasOf } from './edit-tool.ts';
import { ANSWER_WORDS } from './tool-words.ts';

const NOTHING = 'Nothing';
const NOT_THERE = 'Not among the questions';

/** Empty where the two say the same. `before` is what was saved meanwhile, `after` one's own. */
export function toolDifferences(theirs: AuditTool, mine: AuditTool): DifferenceRow[] {
  const rows = [...headRows(theirs, mine), ...questionRows(theirs, mine)];
  if (orderOf(theirs) === orderOf(mine) || hasOtherQuestions(theirs, mine)) return rows;
  return [...rows, { name: 'order', label: 'Order of the questions', before: 'Another order', after: 'Another order' }];
}

function headRows(theirs: AuditTool, mine: AuditTool): DifferenceRow[] {
  const graded = auditKind(mine.kind).isGraded ? GRADES : [];
  return [
    row('title', 'Title', theirs.title, mine.title),
    row('introduction', 'Introduction', theirs.introduction, mine.introduction),
    ...graded.map((grade) =>
      row(`overall ${grade}`, `What “${GRADE_WORDS[grade]}” means overall`, theirs.overall[grade], mine.overall[grade]),
    ),
  ].filter(differs);
}

function questionRows(theirs: AuditTool, mine: AuditTool): DifferenceRow[] {
  const saved = new Map(theirs.questions.map((question) => [question.id, question]));
  const own = new Set(mine.questions.map(({ id }) => id));
  const kept = mine.questions.flatMap((question) => {
    const other = saved.get(question.id);
    if (other === undefined) return [only(question, NOT_THERE, question.asks)];
    return differencesOf(other, question);
  });
  return [
    ...kept,
    ...theirs.questions.filter(({ id }) => !own.has(id)).map((question) => only(question, question.asks, NOT_THERE)),
  ];
}

function only({ id }: AuditQuestion, before: string, after: string): DifferenceRow {
  return { name: id, label: 'A question', before, after };
}

function differencesOf(theirs: AuditQuestion, mine: AuditQuestion): DifferenceRow[] {
  const about = (part: string): string => `${part}: “${mine.asks}”`;
  const answered = ({ answeredBy, isLimiting }: AuditQuestion): string =>
    `${ANSWER_WORDS[answeredBy]}${isLimiting ? ', limits the overall grade' : ''}`;
  return [
    row(`${mine.id} asks`, 'Words of a question', theirs.asks, mine.asks),
    row(`${mine.id} area`, about('Area'), areaInWords(theirs.area), areaInWords(mine.area)),
    row(`${mine.id} answered`, about('How it is answered'), answered(theirs), answered(mine)),
    ...GRADES.map((grade) =>
      row(
        `${mine.id} ${grade}`,
        about(`What “${GRADE_WORDS[grade]}” looks like`),
        theirs.describes?.[grade] ?? '',
        mine.describes?.[grade] ?? '',
      ),
    ),
  ].filter(differs);
}

function row(name: string, label: string, before: string, after: string): DifferenceRow {
  return { name, label, before: before || NOTHING, after: after || NOTHING };
}

function differs({ before, after }: DifferenceRow): boolean {
  return before !== after;
}

function orderOf(tool: AuditTool): string {
  return JSON.stringify(areasOf(tool).flatMap(({ questions }) => questions.map(({ id }) => id)));
}

function hasOtherQuestions(one: AuditTool, other: AuditTool): boolean {
  const ids = new Set(one.questions.map(({ id }) => id));
  return ids.size !== other.questions.length || other.questions.some(({ id }) => !ids.has(id));
}
