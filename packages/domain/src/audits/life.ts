/** From → event → to. Audits are planned, drawn, opened to their auditors, and closed once everything drawn is completed. */
export const AUDIT_LIFE = {
  planned: { draw: 'drawn', drop: 'dropped' },
  drawn: { 'draw-again': 'planned', open: 'open', drop: 'dropped' },
  open: { close: 'closed' },
  closed: { reopen: 'open' },
  dropped: {},
} as const;

export type AuditState = keyof typeof AUDIT_LIFE;
export type AuditEvent = 'draw' | 'draw-again' | 'open' | 'close' | 'reopen' | 'drop';
export const AUDIT_STATES = Object.keys(AUDIT_LIFE) as AuditState[];
export const AUDIT_EVENTS: readonly AuditEvent[] = ['draw', 'draw-again', 'open', 'close', 'reopen', 'drop'];

/** What was drawn: in reserve, waiting for its auditor, at work, completed, talked over; or put aside with a reason. */
export const ITEM_LIFE = {
  reserve: { 'call-up': 'waiting' },
  waiting: { begin: 'begun', 'put-aside': 'put-aside' },
  begun: { complete: 'completed', 'put-aside': 'put-aside' },
  completed: { 'feed-back': 'fed-back', 'take-back': 'begun' },
  'fed-back': {},
  'put-aside': {},
} as const;

export type ItemState = keyof typeof ITEM_LIFE;
export type ItemEvent = 'call-up' | 'begin' | 'complete' | 'feed-back' | 'take-back' | 'put-aside';
export const ITEM_STATES = Object.keys(ITEM_LIFE) as ItemState[];
export const ITEM_EVENTS: readonly ItemEvent[] = ['call-up', 'begin', 'complete', 'feed-back', 'take-back', 'put-aside'];

/** An action after an audit: shown to be done by its owner, closed by somebody else. */
export const AUDIT_ACTION_LIFE = {
  open: { show: 'shown', drop: 'dropped' },
  shown: { close: 'closed', 'send-back': 'open' },
  closed: { reopen: 'open' },
  dropped: {},
} as const;

export type AuditActionState = keyof typeof AUDIT_ACTION_LIFE;
export type AuditActionEvent = 'show' | 'close' | 'send-back' | 'reopen' | 'drop';
export const AUDIT_ACTION_STATES = Object.keys(AUDIT_ACTION_LIFE) as AuditActionState[];
export const AUDIT_ACTION_EVENTS: readonly AuditActionEvent[] = ['show', 'close', 'send-back', 'reopen', 'drop'];

type Life = Readonly<Record<string, Readonly<Record<string, string>>>>;

function next(life: Life, from: string, event: string): string | null {
  const steps = Object.hasOwn(life, from) ? life[from] : undefined;
  return steps !== undefined && Object.hasOwn(steps, event) ? (steps[event] ?? null) : null;
}

/** Where an event leads; null where it may not happen. */
export function nextAuditState(from: AuditState, event: AuditEvent): AuditState | null {
  return next(AUDIT_LIFE, from, event) as AuditState | null;
}

export function nextItemState(from: ItemState, event: ItemEvent): ItemState | null {
  return next(ITEM_LIFE, from, event) as ItemState | null;
}

export function nextActionState(from: AuditActionState, event: AuditActionEvent): AuditActionState | null {
  return next(AUDIT_ACTION_LIFE, from, event) as AuditActionState | null;
}

/** Whether what was drawn has an answer that counts. */
export function isCompleted(state: ItemState): boolean {
  return state === 'completed' || state === 'fed-back';
}

/** Whether its auditor may look at it and write: the access ends with the work. */
export function isAtWork(state: ItemState): boolean {
  return state === 'waiting' || state === 'begun';
}
