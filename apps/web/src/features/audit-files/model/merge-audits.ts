import { GRADE_WORDS, type AuditReturn, type AuditTool } from '@plumbline/domain/audits';
import { answerInWords } from './answer-words.ts';

/** Whose words stand in a place of which there are two versions. */
export type Side = 'mine' | 'theirs';
export type Sides = Readonly<Record<string, Side>>;

/** A place in an audit in which two windows wrote different things. */
export interface Clash {
  readonly place: string;
  readonly label: string;
  readonly mine: string;
  readonly theirs: string;
}

type Field = Exclude<keyof AuditReturn, 'format' | 'answers'>;

const FIELDS: readonly (readonly [Field, string])[] = [
  ['strengths', 'What is done well'],
  ['toImprove', 'What to improve'],
  ['overall', 'Overall grade'],
  ['overallBecause', 'What the overall grade rests on'],
  ['limitBecause', 'Why the overall grade is not limited'],
  ['recordReference', 'Where the record lies'],
];

const ANSWER = 'answer:';

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Whether both changed something since `base`, and not to the same. */
function isClash(base: unknown, mine: unknown, theirs: unknown): boolean {
  return !same(base, mine) && !same(base, theirs) && !same(mine, theirs);
}

function fieldInWords(made: AuditReturn, field: Field): string {
  const value = made[field];
  if (value === null || value === '') return 'Nothing';
  if (typeof value === 'number') return GRADE_WORDS[value];
  const text = typeof value === 'string' ? value : value.filter((line) => line.trim() !== '').join('\n');
  return text === '' ? 'Nothing' : text;
}

/** The places where both wrote since `base` and wrote different things; questions in the order of the page, then the whole. */
export function clashesBetween(tool: AuditTool, base: AuditReturn, mine: AuditReturn, theirs: AuditReturn): Clash[] {
  const answers = tool.questions.flatMap(({ id, asks }, at): Clash[] => {
    const [begun, my, their] = [base.answers[id], mine.answers[id], theirs.answers[id]];
    if (!isClash(begun, my, their)) return [];
    return [{ place: ANSWER + id, label: `${at + 1}. ${asks}`, mine: answerInWords(my), theirs: answerInWords(their) }];
  });
  const whole = FIELDS.flatMap(([field, label]): Clash[] =>
    isClash(base[field], mine[field], theirs[field])
      ? [{ place: field, label, mine: fieldInWords(mine, field), theirs: fieldInWords(theirs, field) }]
      : [],
  );
  return [...answers, ...whole];
}

/**
 * Puts together what two windows made of one audit: what only one of them changed since `base` stays as they left it; where both did,
 * `sides` says whose words stand, mine where it says nothing.
 */
export function mergeAudits(base: AuditReturn, mine: AuditReturn, theirs: AuditReturn, sides: Sides = {}): AuditReturn {
  const isMine = (place: string, [begun, my, their]: readonly [unknown, unknown, unknown]): boolean =>
    !same(begun, my) && (!isClash(begun, my, their) || sides[place] !== 'theirs');
  const answers = { ...theirs.answers };
  for (const id of new Set([...Object.keys(base.answers), ...Object.keys(mine.answers)])) {
    const my = mine.answers[id];
    if (my !== undefined && isMine(ANSWER + id, [base.answers[id], my, theirs.answers[id]])) answers[id] = my;
  }
  const whole: Partial<Record<Field, unknown>> = {};
  for (const [field] of FIELDS) if (isMine(field, [base[field], mine[field], theirs[field]])) whole[field] = mine[field];
  return { ...theirs, ...(whole as Partial<AuditReturn>), answers };
}

/** Whether two audits say the same. */
export function sameAudit(one: AuditReturn, other: AuditReturn): boolean {
  return same(one, other);
}
