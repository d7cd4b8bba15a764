import { addWorkingDays, toDay, type Day } from '@plumbline/domain/calendar';
import type { FactOf } from '@plumbline/domain/facts';
import type { Context } from '../../context.ts';
import { addFact, type FactRows } from '../../fact-rows.ts';
import { isoAt, isoDay } from '../../spans.ts';
import { dayOfSession, keptFrom, streamOf, wasHeld } from '../beside.ts';

type Session = FactOf<'session'>;
type Child = FactOf<'child'>;

/** What was decided for a child in last year's unplanned talks: mostly written up by the supervisor in time, for each child of the family. */
export function addUnplannedDecisions(context: Context, rows: FactRows): void {
  const held = Map.groupBy(
    rows.allocation.filter(({ isSecondary }) => isSecondary !== true),
    ({ worker }) => worker,
  );
  const children = Map.groupBy(rows.child, ({ child }) => child);
  const families = Map.groupBy(rows.child, ({ family }) => family);
  for (const session of rows.session.filter(({ kind }) => kind === 'impromptu')) {
    const day = dayOfSession(session);
    if (!wasHeld(session) || day < keptFrom(context) || day >= context.today - 14) continue;
    const random = streamOf(context, 'unplanned', session.session);
    const cases = (held.get(session.supervisee) ?? []).filter(
      (one) => isHeldOn(one, day) && isOpen(children.get(one.child), day),
    );
    if (cases.length === 0 || !random.chance(0.7)) continue;
    const { child } = random.pick(cases);
    const family = children.get(child)?.[0]?.family ?? null;
    const siblings =
      family === null ? [] : (families.get(family) ?? []).filter((one) => one.child !== child && isOpen([one], day));
    const concernsFamily = siblings.length > 0 && random.chance(0.5);
    addDecision(context, rows, session, child, concernsFamily);
    for (const sibling of concernsFamily ? siblings : [])
      if (random.chance(0.9)) addDecision(context, rows, session, sibling.child, concernsFamily);
  }
}

function isHeldOn({ allocatedAt, endedOn }: FactOf<'allocation'>, day: Day): boolean {
  return toDay(allocatedAt.slice(0, 10)) < day && (endedOn === null || toDay(endedOn) >= day);
}

function isOpen(episodes: readonly Child[] | undefined, day: Day): boolean {
  return (episodes ?? []).some(
    ({ openedOn, closedOn }) => toDay(openedOn) <= day && (closedOn === null || toDay(closedOn) >= day),
  );
}

function addDecision(context: Context, rows: FactRows, session: Session, child: string, concernsFamily: boolean): void {
  const day = dayOfSession(session);
  const random = streamOf(context, 'unplanned-entry', `${session.session}/${child}`);
  const isByWorker = random.chance(0.16);
  const isHandedOver = isByWorker && random.chance(0.7);
  const filedOn = random.chance(0.92) ? addWorkingDays(day, random.integer(0, 3)) : day + random.integer(8, 12);
  addFact(rows, 'discussion', {
    child,
    session: session.session,
    discussedOn: isoDay(day) ?? '',
    concernsFamily,
    isReflective: false,
    writtenBy: isByWorker ? session.supervisee : session.supervisor,
    delegatedOn: isHandedOver ? isoDay(day) : null,
    filedAt: random.chance(0.96) ? isoAt(filedOn, 18 * 60) : null,
    reference: `CS-${child.slice(1)}-${day}-U`,
    parts: ['decisions', 'issues', 'reasons'],
    approach: 'safety',
    isManagementAction: random.chance(0.93),
  });
}
