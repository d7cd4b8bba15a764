import { GRADE_WORDS } from '../../audits/grades.ts';
import { AUDIT_KIND_NAMES, AUDIT_KINDS, type AuditKind } from '../../audits/kinds.ts';
import { code, date, reference, required, text, yesNo } from '../columns.ts';
import { factKind } from '../fact-kind.ts';

/** The four grades as files write them; the audits held here count them as numbers. */
export const AUDIT_GRADE_CODES = {
  outstanding: GRADE_WORDS[4],
  good: GRADE_WORDS[3],
  'requires-improvement': GRADE_WORDS[2],
  inadequate: GRADE_WORDS[1],
} as const;

export const AUDIT_ANSWER_CODES = {
  ...AUDIT_GRADE_CODES,
  yes: 'Yes',
  no: 'No',
  'not-applicable': 'Does not apply',
} as const;

/** How what was audited came to be chosen. What was drawn, what was picked and what managers check themselves are never pooled. */
export const AUDIT_BASES = {
  random: 'Drawn at random',
  targeted: 'Picked for a reason',
  'own-line': "In the manager's own line",
} as const;

export type AuditGradeCode = keyof typeof AUDIT_GRADE_CODES;
export type AuditAnswerCode = keyof typeof AUDIT_ANSWER_CODES;
export type AuditBasis = keyof typeof AUDIT_BASES;

const KIND_TITLES = Object.fromEntries(AUDIT_KIND_NAMES.map((kind) => [kind, AUDIT_KINDS[kind].title])) as Readonly<
  Record<AuditKind, string>
>;

const REFERENCE_ALIASES = ['audit id', 'audit number', 'audit no'];

/** One audit that was completed elsewhere and is brought in as a file. No rule reads it. */
export const auditResult = factKind({
  name: 'audit-result',
  title: 'Audits completed elsewhere',
  help: 'One audit that was completed in another system, with its grades. What was seen is not kept here; its single answers come in a file of their own.',
  key: ['audit'],
  happened: 'on',
  closesWhenMissing: false,
  subjects: [
    { column: 'person', kind: 'person' },
    { column: 'child', kind: 'child' },
  ],
  columns: {
    audit: required(
      text({
        label: 'Audit reference',
        help: 'A reference that stays the same.',
        example: 'AUD-2026-014',
        aliases: REFERENCE_ALIASES,
      }),
    ),
    kind: required(
      code(KIND_TITLES, {
        label: 'Kind of audit',
        help: 'What was looked at, and how.',
        example: 'supervision-file',
        aliases: ['audit type', 'type of audit', 'audit kind'],
      }),
    ),
    person: reference('person', {
      label: 'Staff number',
      help: 'Whose supervision was looked at; this or the case is needed.',
      example: 'S1042',
      aliases: ['staff id', 'employee number', 'worker id', 'supervisee'],
    }),
    child: reference('child', {
      label: 'Case reference',
      help: 'Which case was looked at, never a name; this or the person is needed.',
      example: 'C20417',
      aliases: ['child id', 'case id', 'case number'],
    }),
    team: reference('team', {
      label: 'Team code',
      help: 'The team at the time of the audit.',
      example: 'ASMT-N',
      aliases: ['team id', 'team audited'],
    }),
    auditor: required(
      reference('person', {
        label: "Auditor's staff number",
        help: 'Staff number of who did the audit.',
        example: 'S1007',
        aliases: ['auditor id', 'audited by', 'completed by'],
      }),
    ),
    on: required(
      date({
        label: 'Audited on',
        help: 'The day on which the audit was completed.',
        example: '2026-05-12',
        aliases: ['date of audit', 'audit date', 'date audited', 'completed on', 'date'],
      }),
    ),
    basis: required(
      code(AUDIT_BASES, {
        label: 'How it was chosen',
        help: 'Drawn at random, picked for a reason, or a check by a manager in their own line; the three are never counted together.',
        example: 'random',
        aliases: ['sample type', 'sampling', 'selection', 'selection method'],
      }),
    ),
    overall: code(AUDIT_GRADE_CODES, {
      label: 'Overall grade',
      help: 'The grade that the auditor gave; empty only for kinds of audit that are not graded.',
      example: 'good',
      aliases: ['overall judgement', 'overall judgment', 'audit grade', 'audit judgement', 'grade', 'judgement', 'rating'],
    }),
    secondGrade: code(AUDIT_GRADE_CODES, {
      label: 'Second grade',
      help: 'The grade that a second person gave on their own, before the two talked.',
      example: 'requires-improvement',
      aliases: ['moderated grade', "moderator's grade", 'moderator grade', 'moderated judgement'],
    }),
    agreedGrade: code(AUDIT_GRADE_CODES, {
      label: 'Agreed grade',
      help: 'The grade on which the two agreed.',
      example: 'good',
      aliases: ['final grade', 'agreed judgement', 'final judgement', 'grade after moderation'],
    }),
    isFedBack: yesNo({
      label: 'Fed back',
      help: 'Whether those whose practice it was have heard what was found.',
      example: 'yes',
      aliases: ['feedback given', 'feedback done'],
    }),
  },
});

/** One answer of such an audit. No rule reads it. */
export const auditAnswer = factKind({
  name: 'audit-answer',
  title: 'Answers of audits completed elsewhere',
  help: 'One answer of an audit that was completed in another system: a grade, yes, no, or that the question does not apply. What was written beside it is not kept here.',
  key: ['audit', 'question'],
  happened: 'answeredOn',
  closesWhenMissing: false,
  subjects: [],
  columns: {
    audit: required(
      reference('audit-result', {
        label: 'Audit reference',
        help: 'Which audit.',
        example: 'AUD-2026-014',
        aliases: REFERENCE_ALIASES,
      }),
    ),
    question: {
      ...required(
        text({
          label: 'Question',
          help: 'The number by which the question is known, such as the number of a rule; not its wording.',
          example: 'WIR-3.3f',
          aliases: ['question number', 'question no', 'question id', 'question reference', 'rule', 'rule id'],
        }),
      ),
      longest: 80,
    },
    area: text({
      label: 'Area',
      help: 'The part of the audit to which the question belongs.',
      example: 'Reflection',
      aliases: ['area of practice', 'audit area', 'section', 'theme'],
    }),
    answer: required(
      code(AUDIT_ANSWER_CODES, {
        label: 'Answer',
        help: 'The grade or the answer that the auditor gave to this question.',
        example: 'requires-improvement',
        aliases: ['grade', 'judgement', 'response', 'rating', 'score'],
      }),
    ),
    answeredOn: date({
      label: 'Answered on',
      help: 'The day on which it was answered, where that is known.',
      example: '2026-05-12',
      aliases: ['date of audit', 'audit date', 'date'],
    }),
  },
});
