import type { PolicyPack } from '../../policy/index.ts';
import { auditKind, type AuditedKind, type AuditKind } from '../kinds.ts';
import { fitted } from './fitted.ts';
import { PRACTICE_SUPERVISORS_RESOURCES } from './observation-domains.ts';

const GRADING =
  'Give each question a grade and say what you saw. The overall grade is your judgement and no average. Name at least one thing that was done well.';
const COMPUTED =
  'What is worked out from the records, such as how often they met, stands beside the questions. You do not grade it.';

const READ_THE_FILE = `Read the agreement, the records and what came of them. ${GRADING} ${COMPUTED}`;
const READ_THE_CASE = `Read what supervision said of this child and what was done about it. ${GRADING} ${COMPUTED}`;
const SAY_IT = 'Write down what was said in the person’s own sense, and let them read it. Nothing here is graded.';

const OBSERVED = `Agree beforehand with both people that you will be there, and why. Watch and listen; take no part. ${GRADING} Tell the supervisor the same day what you saw. The council may use the national tool for observing reflective supervision beside this one: it is among the resources for practice supervisors at ${PRACTICE_SUPERVISORS_RESOURCES}`;

function whatToDo(kind: AuditKind, about: AuditedKind): string {
  switch (kind) {
    case 'observation':
      return OBSERVED;
    case 're-audit':
      return `Look at what the action was meant to put right, in files of today. ${GRADING}`;
    case 'staff-conversation':
      return `Talk with the person for half an hour, in private. ${SAY_IT} ${COMPUTED}`;
    case 'workload-check':
      return `Go through the week as it really is, together with the person. ${SAY_IT} ${COMPUTED}`;
    case 'multi-agency':
      return `Read and talk it over together with the partners who know this child. ${GRADING} ${COMPUTED}`;
    default:
      return about === 'child' ? READ_THE_CASE : READ_THE_FILE;
  }
}

/** What an auditor reads before the questions: what to do, and where the questions come from. */
export function introductionOf(kind: AuditKind, about: AuditedKind, pack: PolicyPack | null): string {
  const source =
    pack === null
      ? 'The questions come with the product; no policy was in force when they were put together.'
      : `The questions are those of “${fitted(pack.title, 300)}”, version ${fitted(pack.version, 40)}, and where it asks nothing, some that come with the product.`;
  return asksOfPolicy(kind) ? `${whatToDo(kind, about)}\n\n${source}` : whatToDo(kind, about);
}

function asksOfPolicy(kind: AuditKind): boolean {
  return kind !== 'observation' && kind !== 're-audit';
}

/** The title of a tool: the kind's, with what it is about where the kind can be about more than one. */
export function titleOf(kind: AuditKind, about: AuditedKind): string {
  const { title, about: choices } = auditKind(kind);
  if (choices.length < 2) return title;
  return `${title}: ${about === 'child' ? 'case supervision' : 'supervision files'}`;
}
