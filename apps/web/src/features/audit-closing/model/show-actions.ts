import type { ActionRow } from './outputs.ts';
import type { SHOWN_ACTIONS } from './shown-actions.ts';

/** Which actions are asked for, besides all that are not closed. */
export type ShownActions = (typeof SHOWN_ACTIONS)[number];

type Standing = Pick<ActionRow, 'state' | 'isOverdue' | 'dueOn'> & { readonly owner: Pick<ActionRow['owner'], 'id'> };

/** Whether something is still to be done about an action, by its owner or by whoever closes it. */
export function isOpen({ state }: Pick<ActionRow, 'state'>): boolean {
  return state === 'open' || state === 'shown';
}

/** Whether an action is among those asked for. `me`: the id of whoever looks. */
export function isShown(action: Standing, show: ShownActions | undefined, me: string): boolean {
  switch (show) {
    case undefined:
      return isOpen(action);
    case 'mine':
      return isOpen(action) && action.owner.id === me;
    case 'overdue':
      return action.isOverdue;
    case 'waiting':
      return action.state === 'shown';
    case 'closed':
      return !isOpen(action);
  }
}

/** The actions asked for: what is overdue first, then by the day on which each is due; what is closed, the latest first. */
export function shownActions<Row extends Standing>(actions: readonly Row[], show: ShownActions | undefined, me: string): Row[] {
  const shown = actions.filter((action) => isShown(action, show, me));
  const order = (a: Row, b: Row): number => Number(b.isOverdue) - Number(a.isOverdue) || a.dueOn.localeCompare(b.dueOn);
  return show === 'closed' ? shown.toSorted((a, b) => b.dueOn.localeCompare(a.dueOn)) : shown.toSorted(order);
}

/** How many actions each choice shows. */
export function countActions(actions: readonly Standing[], me: string): Readonly<Record<ShownActions | 'open', number>> {
  const count = (show: ShownActions | undefined): number => actions.filter((action) => isShown(action, show, me)).length;
  return {
    open: count(undefined),
    mine: count('mine'),
    overdue: count('overdue'),
    waiting: count('waiting'),
    closed: count('closed'),
  };
}
