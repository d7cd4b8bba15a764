import type { DutyRow, LaneSubject, SessionDetail, SessionPreparation } from '@plumbline/analytics/compliance';

export interface OfferedChild {
  readonly subject: LaneSubject;
  readonly current: DutyRow | null;
}

/** The supervisee's open children, what is due soonest first, and whoever was already said to be discussed. */
export function childrenToOffer(prepared: SessionPreparation, existing: SessionDetail | null): readonly OfferedChild[] {
  const open = prepared.children.toSorted(
    (one, other) => dueOf(one).localeCompare(dueOf(other)) || one.subject.label.localeCompare(other.subject.label, 'en-GB'),
  );
  const known = new Set(open.map((child) => child.subject.id));
  const earlier = (existing?.children ?? [])
    .filter((entry) => !known.has(entry.child.id))
    .map((entry) => ({ subject: entry.child, current: null }));
  return [...open, ...earlier];
}

function dueOf(child: OfferedChild): string {
  return child.current?.effectiveDueOn ?? child.current?.dueOn ?? '9999';
}
