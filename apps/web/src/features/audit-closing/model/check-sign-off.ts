import type { LocalDate } from '@plumbline/domain/calendar';
import { readDate, type FormProblem } from '../../../parts/form/form-problem.ts';

/** An action as it is typed into the form. `key` tells it from the others while the form is open. */
export interface TypedAction {
  readonly key: string;
  readonly what: string;
  readonly ownerId: string;
  readonly ownerName: string;
  readonly team: string;
  readonly dueOn: string;
}

export interface TypedSignOff {
  readonly comment: string;
  readonly actions: readonly TypedAction[];
}

interface SentAction {
  readonly what: string;
  readonly ownerId: string;
  readonly team: string;
  readonly dueOn: string;
}

export interface CheckedSignOff {
  readonly comment: string;
  readonly actions: SentAction[];
}

/** The entry of a field of one action, so that a summary can lead to it. */
export function actionEntry(action: Pick<TypedAction, 'key'>, field: 'what' | 'ownerId' | 'team' | 'dueOn'): string {
  return `${action.key}-${field}`;
}

/** Whether anything was typed that would be lost. */
export function isTyped({ comment, actions }: TypedSignOff): boolean {
  return comment.trim() !== '' || actions.some(({ what, ownerId, dueOn }) => `${what}${ownerId}${dueOn}`.trim() !== '');
}

/** What is sent to be signed, or everything that is to mend first, in the order of the form. */
export function checkSignOff(
  { comment, actions }: TypedSignOff,
  today: LocalDate,
): { readonly checked: CheckedSignOff } | { readonly problems: readonly FormProblem[] } {
  const problems: FormProblem[] = [];
  if (comment.trim() === '')
    problems.push({ entry: 'comment', message: 'Say what the figures tell you, and what will be done.' });
  const sent: SentAction[] = [];
  for (const [at, action] of actions.entries()) {
    const read = checkAction(action, `Action ${at + 1}`, today);
    if ('problems' in read) problems.push(...read.problems);
    else sent.push(read.sent);
  }
  return problems.length > 0 ? { problems } : { checked: { comment: comment.trim(), actions: sent } };
}

function checkAction(
  action: TypedAction,
  name: string,
  today: LocalDate,
): { readonly sent: SentAction } | { readonly problems: FormProblem[] } {
  const problems: FormProblem[] = [];
  const { what, ownerId, team, dueOn } = action;
  if (what.trim() === '') problems.push({ entry: actionEntry(action, 'what'), message: `${name}: say what will be done.` });
  if (ownerId === '') problems.push({ entry: actionEntry(action, 'ownerId'), message: `${name}: choose who does it.` });
  if (team === '') problems.push({ entry: actionEntry(action, 'team'), message: `${name}: choose the team that it is about.` });
  const due = readDate(`${name}, by when`, actionEntry(action, 'dueOn'), dueOn, today);
  if ('message' in due) problems.push(due);
  else if (due.value < today)
    problems.push({
      entry: actionEntry(action, 'dueOn'),
      message: `${name}: this day has passed. Give one that is still to come.`,
    });
  if (problems.length > 0 || 'message' in due) return { problems };
  return { sent: { what: what.trim(), ownerId, team, dueOn: due.value } };
}
