import { describe, expect, it } from 'vitest';
import {
  canWrite,
  eventsFrom,
  FIRST_STATES,
  FOCUS_GROUP_EVENTS,
  FOCUS_GROUP_LIFE,
  FOCUS_GROUP_STATES,
  nextFocusGroupState,
  type FocusGroupState,
} from './life.ts';

describe('the life of a focus group', () => {
  it('reaches every state from where groups begin, and uses every event', () => {
    const reached = new Set<FocusGroupState>(FIRST_STATES);
    const used = new Set<string>();
    for (const state of reached)
      for (const event of eventsFrom(state)) {
        used.add(event);
        reached.add(nextFocusGroupState(state, event) ?? state);
      }
    expect([...reached].toSorted()).toEqual([...FOCUS_GROUP_STATES].toSorted());
    expect([...used].toSorted()).toEqual([...FOCUS_GROUP_EVENTS].toSorted());
  });

  it('leads from every state to its end', () => {
    for (const state of FOCUS_GROUP_STATES) {
      const reached = new Set<FocusGroupState>([state]);
      for (const one of reached) for (const event of eventsFrom(one)) reached.add(nextFocusGroupState(one, event) ?? one);
      expect(reached.has('retired'), state).toBe(true);
    }
    expect(Object.keys(FOCUS_GROUP_LIFE.retired)).toEqual([]);
  });

  it('refuses what the table does not name', () => {
    expect(nextFocusGroupState('planned', 'agree')).toBeNull();
    expect(nextFocusGroupState('with-members', 'retire')).toBeNull();
    expect(nextFocusGroupState('held', 'write-up')).toBe('written-up');
  });

  it('lets nobody write while members check, or after they agreed', () => {
    expect(FOCUS_GROUP_STATES.filter(canWrite)).toEqual(['planned', 'invited', 'held', 'written-up']);
  });
});
