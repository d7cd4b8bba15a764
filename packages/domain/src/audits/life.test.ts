import { describe, expect, it } from 'vitest';
import {
  AUDIT_ACTION_EVENTS,
  AUDIT_ACTION_LIFE,
  AUDIT_ACTION_STATES,
  AUDIT_EVENTS,
  AUDIT_LIFE,
  AUDIT_STATES,
  isAtWork,
  isCompleted,
  ITEM_EVENTS,
  ITEM_LIFE,
  ITEM_STATES,
  nextActionState,
  nextAuditState,
  nextItemState,
} from './life.ts';

/** A life as a test walks it: by its function alone, over every event there is. */
interface Walked {
  readonly name: string;
  readonly life: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly states: readonly string[];
  readonly events: readonly string[];
  readonly first: readonly string[];
  readonly ends: readonly string[];
  readonly next: (from: string, event: string) => string | null;
}

const LIVES: readonly Walked[] = [
  {
    name: 'an audit',
    life: AUDIT_LIFE,
    states: AUDIT_STATES,
    events: AUDIT_EVENTS,
    first: ['planned'],
    ends: ['dropped'],
    next: nextAuditState as Walked['next'],
  },
  {
    name: 'what was drawn',
    life: ITEM_LIFE,
    states: ITEM_STATES,
    events: ITEM_EVENTS,
    first: ['waiting', 'reserve'],
    ends: ['fed-back', 'put-aside'],
    next: nextItemState as Walked['next'],
  },
  {
    name: 'an action',
    life: AUDIT_ACTION_LIFE,
    states: AUDIT_ACTION_STATES,
    events: AUDIT_ACTION_EVENTS,
    first: ['open'],
    ends: ['dropped'],
    next: nextActionState as Walked['next'],
  },
];

function reachedFrom({ next, events }: Walked, first: readonly string[]): Set<string> {
  const reached = new Set(first);
  for (const state of reached)
    for (const event of events) {
      const to = next(state, event);
      if (to !== null) reached.add(to);
    }
  return reached;
}

describe.each(LIVES)('the life of $name', (walked) => {
  const { life, states, events, first, ends } = walked;

  it('reaches every state from where it begins', () => {
    expect([...reachedFrom(walked, first)].toSorted()).toEqual(states.toSorted());
  });

  it('handles every event somewhere, and names none that is not listed', () => {
    const used = new Set(states.flatMap((state) => Object.keys(life[state] ?? {})));
    expect([...used].toSorted()).toEqual(events.toSorted());
  });

  it('ends only where it should, and leads there from everywhere else', () => {
    expect(states.filter((state) => Object.keys(life[state] ?? {}).length === 0).toSorted()).toEqual(ends.toSorted());
    // What is closed rests as well: it can only be opened again.
    for (const state of states) {
      const reached = reachedFrom(walked, [state]);
      expect(
        [...ends, 'closed'].some((end) => reached.has(end)),
        state,
      ).toBe(true);
    }
  });
});

describe('what may not happen', () => {
  it('draws no audit anew once auditors see it, and drops none', () => {
    expect(nextAuditState('open', 'draw-again')).toBeNull();
    expect(nextAuditState('open', 'drop')).toBeNull();
    expect(nextAuditState('planned', 'open')).toBeNull();
  });

  it('puts nothing aside once it is completed, and takes nothing back once it was talked over', () => {
    expect(nextItemState('completed', 'put-aside')).toBeNull();
    expect(nextItemState('fed-back', 'take-back')).toBeNull();
    expect(nextItemState('reserve', 'begin')).toBeNull();
  });

  it('closes no action before it is shown to be done', () => {
    expect(nextActionState('open', 'close')).toBeNull();
    expect(nextActionState('closed', 'drop')).toBeNull();
  });
});

describe('what a state means', () => {
  it('lets an auditor look only until they have completed it', () => {
    expect(ITEM_STATES.filter(isAtWork).toSorted()).toEqual(['begun', 'waiting']);
  });

  it('counts what is completed, before and after it was talked over', () => {
    expect(ITEM_STATES.filter(isCompleted).toSorted()).toEqual(['completed', 'fed-back']);
  });
});
