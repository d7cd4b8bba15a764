import { GRADE_WORDS, type AuditTool, type CompletionProblem } from '@plumbline/domain/audits';
import { WHOLE } from './question-marks.ts';

/** One thing that is missing before an audit can be completed: where it is mended, and what to do there. */
export interface Missing {
  /** The question, or the whole. */
  readonly place: string;
  /** The id of the field that takes the focus. */
  readonly field: string;
  readonly message: string;
}

/** The id of the field of one place, so that a summary can lead to it. */
export function fieldOf(place: string): string {
  return `audit-${place}`;
}

const ASKED = 70;

function shortened(text: string): string {
  return text.length <= ASKED ? text : `${text.slice(0, text.lastIndexOf(' ', ASKED))} …`;
}

/** With more open questions than this, a summary names the first and counts the rest. */
const MOST_OPEN = 6;

/** Everything that is missing, in the order of the page; many open questions are one line that leads to the first. */
export function missingInSummary(tool: AuditTool, problems: readonly CompletionProblem[]): Missing[] {
  const open = problems.filter(({ kind }) => kind === 'unanswered');
  const [first] = open;
  if (first === undefined || open.length <= MOST_OPEN) return problems.map((problem) => missingInWords(tool, problem));
  const { place, field } = missingInWords(tool, first);
  const rest = problems.filter(({ kind }) => kind !== 'unanswered').map((problem) => missingInWords(tool, problem));
  return [{ place, field, message: `${open.length} questions are not answered yet. Go to the first.` }, ...rest];
}

/** What is missing, in words that say what to do, each with the field that it is mended in. */
export function missingInWords(tool: AuditTool, problem: CompletionProblem): Missing {
  const numberOf = (id: string): number => tool.questions.findIndex((question) => question.id === id) + 1;
  switch (problem.kind) {
    case 'unanswered':
    case 'no-evidence': {
      const { question: place } = problem;
      const asks = shortened(tool.questions[numberOf(place) - 1]?.asks ?? '');
      const todo = problem.kind === 'unanswered' ? 'answer it, or say that it does not apply' : 'say what you saw';
      return {
        place,
        field: fieldOf(problem.kind === 'unanswered' ? place : `${place}-note`),
        message: `Question ${numberOf(place)}: ${todo}. “${asks}”`,
      };
    }
    case 'no-strength':
      return whole('strengths', 'Name at least one thing that is done well.');
    case 'no-overall':
      return whole('overall', 'Choose the overall grade.');
    case 'overall-without-reason':
      return whole('overallBecause', 'Say what the overall grade rests on.');
    case 'above-limit': {
      const numbers = problem.questions.map(numberOf).join(', ');
      const those = problem.questions.length === 1 ? `question ${numbers} limits` : `questions ${numbers} limit`;
      return whole('limitBecause', `Say why the grade may be better than “${GRADE_WORDS[problem.limit]}”, to which ${those} it.`);
    }
  }
}

function whole(field: string, message: string): Missing {
  return { place: WHOLE, field: fieldOf(field), message };
}
