/** From → event → to, for a focus group: who may be asked, when notes can be written, and when its words may be read by all. */
export const FOCUS_GROUP_LIFE = {
  planned: { invite: 'invited', 'call-off': 'retired' },
  invited: { hold: 'held', 'call-off': 'retired' },
  held: { 'write-up': 'written-up' },
  'written-up': { send: 'with-members', retire: 'retired' },
  'with-members': { 'take-back': 'written-up', agree: 'agreed' },
  agreed: { reopen: 'written-up', retire: 'retired' },
  retired: {},
} as const;

export type FocusGroupState = keyof typeof FOCUS_GROUP_LIFE;
export type FocusGroupEvent = 'invite' | 'call-off' | 'hold' | 'write-up' | 'send' | 'take-back' | 'agree' | 'reopen' | 'retire';

export const FOCUS_GROUP_STATES = Object.keys(FOCUS_GROUP_LIFE) as FocusGroupState[];
export const FOCUS_GROUP_EVENTS: readonly FocusGroupEvent[] = [
  'invite',
  'call-off',
  'hold',
  'write-up',
  'send',
  'take-back',
  'agree',
  'reopen',
  'retire',
];

/** Where a group begins: planned here, or brought in as a record of one that was held before. */
export const FIRST_STATES: readonly FocusGroupState[] = ['planned', 'written-up'];

/** Where an event leads, or null where it may not happen. */
export function nextFocusGroupState(from: FocusGroupState, event: FocusGroupEvent): FocusGroupState | null {
  return (FOCUS_GROUP_LIFE[from] as Partial<Record<FocusGroupEvent, FocusGroupState>>)[event] ?? null;
}

/** What may happen next, in the order of {@link FOCUS_GROUP_EVENTS}. */
export function eventsFrom(from: FocusGroupState): FocusGroupEvent[] {
  return FOCUS_GROUP_EVENTS.filter((event) => nextFocusGroupState(from, event) !== null);
}

/** Whether what the record says may still be changed: not while members check it, not once they agreed. */
export function canWrite(state: FocusGroupState): boolean {
  return state === 'planned' || state === 'invited' || state === 'held' || state === 'written-up';
}

/** Whether everybody of the council may read the record. */
export function isPublic(state: FocusGroupState): boolean {
  return state === 'agreed';
}
