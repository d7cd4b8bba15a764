import { addMonths, toDay, type Day } from '@plumbline/domain/calendar';
import type { FactOf } from '@plumbline/domain/facts';
import type { Context } from '../context.ts';
import { addFact, type FactRows } from '../fact-rows.ts';
import { isoAt, isoDay, workingDayFrom } from '../spans.ts';
import { addPerson, isOfCast } from './colleague.ts';

const MONTHLY: readonly FactOf<'child-status'>['status'][] = [
  'pre-proceedings',
  'placed-with-parents',
  'public-law-proceedings',
  'placed-for-adoption',
];

/** Two children with a protection plan came to live with their parents: one is discussed monthly from then on, one is not. */
export function placeWithParents(context: Context, rows: FactRows): void {
  const { today } = context;
  const since = today - 100;
  const statuses = rows['child-status'];
  const children = statuses
    .filter((row) => row.status === 'child-protection' && row.to === null && toDay(row.from) < since - 10)
    .map(({ child }) => child)
    .filter((child) => !statuses.some((row) => row.child === child && MONTHLY.includes(row.status)));
  const isDiscussed = (child: string, from: Day, to: Day): boolean =>
    rows.discussion.some((row) => row.child === child && toDay(row.discussedOn) >= from && toDay(row.discussedOn) <= to);
  const seldom = children.find((child) => !isDiscussed(child, since, since + 40));
  const often = children.find((child) => child !== seldom);
  for (const child of [seldom, often])
    if (child !== undefined) addFact(rows, 'child-status', { child, status: 'placed-with-parents', from: isoDay(since) ?? '' });
  if (often === undefined) return;
  for (let day = workingDayFrom(since + 22); day < today; day = workingDayFrom(day + 22)) {
    const worker = rows.allocation.find((row) => row.child === often && row.endedOn === null && row.isSecondary !== true)?.worker;
    const manager = rows.post.find((post) => post.person === worker && post.to === null)?.lineManager;
    if (manager === undefined || manager === null || isDiscussed(often, day, day)) continue;
    addFact(rows, 'discussion', {
      child: often,
      discussedOn: isoDay(day) ?? '',
      writtenBy: manager,
      filedAt: isoAt(day, 16 * 60),
      reference: `CS-${often.slice(1)}-${isoDay(day)?.replaceAll('-', '') ?? ''}`,
      parts: ['actions', 'decisions', 'discussion', 'issues', 'reasons', 'update'],
      frequencyView: 'more-needed',
    });
  }
}

/** Somebody left more than six years ago: the file may go. */
export function addLongGone(context: Context, rows: FactRows): void {
  const to = addMonths(context.today, -72) - 45;
  addPerson(context, rows, { from: addMonths(to, -90), to, hasMailbox: false });
}

/** An inspector from outside, here for these weeks, who asked to see one person's records. */
export function addInspector(context: Context, rows: FactRows): void {
  const { today } = context;
  const reader = addPerson(context, rows, { from: today - 12, to: null, hasMailbox: false });
  const at = rows.person.length - 1;
  const added = rows.person[at];
  if (added !== undefined) rows.person[at] = { ...added, isExternal: true };
  addFact(rows, 'post', {
    person: reader,
    post: 'POST-INSPECTION',
    from: isoDay(today - 12) ?? '',
    role: 'inspector',
    team: rows.team[0]?.team ?? '',
    isRegistrationRequired: false,
    isManagementPost: false,
  });
  const person = rows.post.find((post) => post.role === 'social-worker' && post.to === null && !isOfCast(post.person))?.person;
  if (person === undefined) return;
  addFact(rows, 'access-request', {
    request: 'ACC-INSPECTION',
    person,
    reader,
    ground: 'inspection',
    hasPurpose: true,
    reference: 'INS-0417',
    from: isoDay(today - 10) ?? '',
    until: isoDay(today - 6),
  });
}
