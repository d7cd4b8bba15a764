import type { PolicyPack, Rule, Strength } from '../../policy/index.ts';
import { auditKind, type AuditedKind, type AuditKind } from '../kinds.ts';
import type { AnswerKind, AuditQuestion } from '../tool.ts';
import { asksAboutArea, type QuestionSubject } from './areas.ts';
import { fitted } from './fitted.ts';
import { questionSubjects } from './rule-subjects.ts';
import { descriptionsForArea } from './shipped-descriptions.ts';
import { isAboutTopic } from './topics.ts';

/** A question of a policy, with how strongly the policy asks for it: the lower, the more it tells. */
export interface PolicyQuestion {
  readonly question: AuditQuestion;
  readonly weight: number;
}

const STRENGTH_WEIGHT: Readonly<Record<Strength, number>> = { must: 0, should: 2, recommended: 4, may: 6 };

/** What can be seen in a record tells more than guidance of the same strength. */
function weightOf({ strength, kind }: Rule): number {
  return STRENGTH_WEIGHT[strength] + (kind === 'guidance' ? 1 : 0);
}

/** The policy's questions that fit a kind of audit and what it is about, in the order of the policy. */
export function policyQuestions(kind: AuditKind, about: AuditedKind, pack: PolicyPack): PolicyQuestion[] {
  return pack.rules
    .filter((rule) => rule.auditQuestion !== undefined && fits(kind, about, rule, pack))
    .map((rule) => ({ question: questionOf(kind, rule, pack), weight: weightOf(rule) }));
}

function fits(kind: AuditKind, about: AuditedKind, rule: Rule, pack: PolicyPack): boolean {
  const subjects = questionSubjects(rule, pack).filter((subject) => canBeAskedAbout(subject, about));
  return subjects.some((subject) => asksAboutArea(kind, subject, rule.area)) || (subjects.length > 0 && fitsByTopic(kind, rule));
}

/** Questions about the service are asked of managers, so about people. */
function canBeAskedAbout(subject: QuestionSubject, about: AuditedKind): boolean {
  return about === 'child' ? subject === 'child' : about === 'person' && subject !== 'child';
}

/** Two kinds of audit take questions by what they are about rather than by where the policy has them. */
function fitsByTopic(kind: AuditKind, { area, auditQuestion }: Rule): boolean {
  const asked = { area, asks: auditQuestion ?? '' };
  if (kind === 'workload-check') return isAboutTopic(asked, 'workload');
  return kind === 'staff-conversation' && isAboutTopic(asked, 'own-word');
}

function questionOf(kind: AuditKind, rule: Rule, pack: PolicyPack): AuditQuestion {
  const isGraded = auditKind(kind).isGraded;
  const asks = fitted(rule.auditQuestion ?? '', 600);
  return {
    id: rule.id,
    area: fitted(rule.area, 80),
    asks,
    answeredBy: isGraded ? 'grade' : ungradedAnswer(asks),
    describes: isGraded ? descriptionsForArea(rule.area) : null,
    isLimiting: false,
    origin: { kind: 'policy', rule: rule.id, clause: fitted(rule.clause, 200), pack: fitted(`${pack.id} ${pack.version}`, 120) },
  };
}

const ASKS_FOR_WORDS =
  /^(?:(?:in|on|by|to|of|for|about|with) )?(?:who|whom|whose|what|which|how|why)\b|^(?:when|where) (?:did|does|do|is|are|was|were|has|have|had)\b/i;

/** How a question is answered where nothing is graded: in words where it asks who, what, when or how, else by yes or no. */
export function ungradedAnswer(asks: string): Exclude<AnswerKind, 'grade'> {
  return ASKS_FOR_WORDS.test(asks) ? 'words' : 'yes-no';
}
