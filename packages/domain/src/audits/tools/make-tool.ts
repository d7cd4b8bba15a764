import type { PolicyPack } from '../../policy/index.ts';
import { auditKind, type AuditedKind, type AuditKind } from '../kinds.ts';
import { MOST_QUESTIONS, type AuditQuestion, type AuditTool } from '../tool.ts';
import { readingPlace } from './areas.ts';
import { computedRules } from './computed-rules.ts';
import { introductionOf, titleOf } from './introductions.ts';
import { mostTelling, type Weighed } from './most-telling.ts';
import { overallDescriptions } from './overall-descriptions.ts';
import { policyQuestions } from './policy-questions.ts';
import { neededBeside, shippedQuestions } from './shipped-questions.ts';
import { isAboutTopic, LIMITING_TOPICS } from './topics.ts';

/** What a tool is made from: the policy in force, or null where none is. */
export interface ToolSource {
  readonly pack: PolicyPack | null;
}

/** With so many questions a dip sample begins; quick is what it is for. */
export const DIP_SAMPLE_QUESTIONS = 8;

/** A shipped question is asked for less strongly than what the policy says must be, and as strongly as what should be. */
const SHIPPED_WEIGHT = 2;

/**
 * The tool for a kind of audit, from the policy in force: each of its audit questions that fits what is audited, then questions of
 * ours on what such audits cover everywhere and the policy asks nothing about. It is where a planner begins, and may be changed.
 *
 * A dip sample begins with at most eight questions and a long policy with at most {@link MOST_QUESTIONS}: `mostTelling` says which.
 * A thematic audit begins with every question about people or about children, for the planner to keep those of the theme.
 *
 * @throws RangeError where this kind is never about that.
 */
export function makeTool(kind: AuditKind, about: AuditedKind, { pack }: ToolSource): AuditTool {
  const { about: choices, isGraded } = auditKind(kind);
  if (!choices.includes(about)) throw new RangeError(`A ${kind} audit is never about a ${about}.`);
  const found = questionsFor(kind, about, pack);
  const marked = isGraded ? withLimiting(found, about) : found;
  const kept = mostTelling(marked, kind === 'dip-sample' ? DIP_SAMPLE_QUESTIONS : MOST_QUESTIONS);
  return {
    format: 1,
    title: titleOf(kind, about),
    kind,
    about,
    introduction: introductionOf(kind, about, pack),
    questions: kept.map(({ question }) => question),
    overall: overallDescriptions(kind, about),
    computed: pack === null ? [] : computedRules(kind, about, pack),
  };
}

/** In the order in which an auditor goes through a file; within an area the policy's own first. */
function questionsFor(kind: AuditKind, about: AuditedKind, pack: PolicyPack | null): Weighed[] {
  const asked = pack === null ? [] : policyQuestions(kind, about, pack);
  const shipped = neededBeside(
    asked.map(({ question }) => question),
    shippedQuestions(kind, about),
  );
  const all: Weighed[] = [...asked, ...shipped.map((question) => ({ question, weight: SHIPPED_WEIGHT }))];
  return all.sort((a, b) => readingPlace(a.question.area) - readingPlace(b.question.area));
}

/** Marks the strongest question of each limiting topic; questions that come marked stay so. */
function withLimiting(questions: readonly Weighed[], about: AuditedKind): Weighed[] {
  const limiting = new Set<AuditQuestion>();
  for (const { topic } of LIMITING_TOPICS[about]) {
    const [strongest] = questions
      .filter(({ question }) => question.answeredBy === 'grade' && isAboutTopic(question, topic))
      .sort((a, b) => a.weight - b.weight);
    if (strongest !== undefined) limiting.add(strongest.question);
  }
  return questions.map((one) => (limiting.has(one.question) ? { ...one, question: { ...one.question, isLimiting: true } } : one));
}
