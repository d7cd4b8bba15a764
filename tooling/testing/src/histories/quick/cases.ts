import type { FactOf } from '@plumbline/domain/facts';
import { dayAt, dayIn, instantAt, inTurn } from './calendar.ts';
import type { Growing } from './people.ts';
import type { Rows } from './rows.ts';

const STATUSES = [
  'child-in-need',
  'child-protection',
  'pre-proceedings',
  'placed-with-parents',
  'public-law-proceedings',
  'placed-for-adoption',
  'looked-after',
  'care-leaver',
  'private-fostering',
  'assessment',
] as const;
const PLACEMENTS = ['residential', 'foster', 'kinship', 'parents', 'adoption', 'supported', 'other'] as const;
const FLAGS = [
  'stable',
  'stable',
  'safeguarding',
  'care-proceedings',
  'court-order',
  'language-student',
  'package-minimal',
  'rated-green',
  'rated-red',
  'urgent-risk',
] as const;

/** Cases with their statuses, placements and flags, and who holds them. */
export function addCases(rows: Rows, facts: Growing): void {
  const { dice, stage, names } = rows;
  for (const child of names.child) {
    for (const { from, to } of inTurn(dice, stage, dice.isSo(0.8) ? 1 : 2)) {
      const end = to === null || dice.isSo(0.6) ? null : dayAt(to);
      facts.child.push(
        rows.row('child', {
          child,
          openedOn: dayAt(from - 30),
          closedOn: end,
          assessmentCompletedOn: dice.isSo(0.6) ? dayAt(from + dice.between(-30, 40)) : null,
        }),
      );
      if (end === null) break;
    }
    addCircumstances(rows, facts, child);
    for (const { from, to } of inTurn(dice, stage, 2)) {
      facts.allocation.push(
        rows.row('allocation', {
          child,
          worker: isOfFirst(rows, child) ? 'A' : dice.pick(names.person.slice(0, 2)),
          allocatedAt: instantAt(dice, from - 20),
          endedOn: to === null ? null : dayAt(to - 21),
          isSecondary: dice.isSo(0.1),
        }),
      );
    }
    const isAgreed = child === names.child[0] && rows.wishes.codes.has('agreed');
    if (dice.isSo(isAgreed ? 0.95 : 0.12)) {
      const from = dayIn(dice, stage);
      const dates = { from: dayAt(from), to: dayAt(from + dice.between(5, 200)) };
      const reason = isAgreed ? (rows.wishes.codes.get('agreed') as FactOf<'agreed-interval'>['reason']) : undefined;
      const given = { subjectKind: 'child' as const, subject: child, days: dice.between(3, 100), months: null, ...dates };
      facts['agreed-interval'].push(rows.row('agreed-interval', reason === undefined ? given : { ...given, reason }));
    }
  }
}

/** Where a rule asks what the worker is, the first child is the first person's. */
function isOfFirst({ wishes, names, dice }: Rows, child: string): boolean {
  return child === names.child[0] && (wishes.codes.has('team-kind') || wishes.codes.has('worker-role')) && dice.isSo(0.8);
}

function addCircumstances(rows: Rows, facts: Growing, child: string): void {
  const { dice, stage, wishes } = rows;
  const isWished = child === rows.names.child[0];
  const dates = ({ from, to }: { from: number; to: number | null }) => ({
    from: dayAt(from),
    to: to === null ? null : dayAt(to),
  });
  const statuses = [rows.wished(child, 'status', dice.pick(STATUSES)), dice.pick(STATUSES)];
  for (const status of new Set(statuses))
    for (const stretch of inTurn(dice, stage, 2)) facts['child-status'].push({ child, status, ...dates(stretch) });
  if (dice.isSo(isWished && wishes.codes.has('placement') ? 1 : 0.6)) {
    // A phase of a placement may be a year long.
    const since = isWished && wishes.isLate ? dice.between(300, 370) : dice.pick([0, 0, 330, 365, 400]);
    for (const { from, to } of inTurn(dice, stage, isWished && wishes.isLate ? 1 : 2)) {
      const kind = rows.wished(child, 'placement', dice.pick(PLACEMENTS));
      facts.placement.push(
        rows.row('placement', {
          child,
          kind,
          ...dates({ from: from - since, to: to === null ? null : to - (isWished && wishes.isLate ? 0 : since) }),
        }),
      );
    }
  }
  const flags = new Set([
    ...(isWished ? wishes.flags : []),
    ...(dice.isSo(0.5) ? [dice.pick(FLAGS), dice.pick(FLAGS), dice.pick(FLAGS)] : []),
  ]);
  // A rule that asks for several flags asks for them at once.
  const together = isWished && wishes.flags.length > 1 && dice.isSo(0.7) ? inTurn(dice, stage, 1) : null;
  for (const flag of flags)
    for (const stretch of together ?? inTurn(dice, stage, 1))
      facts['child-flag'].push(rows.row('child-flag', { child, flag: flag as FactOf<'child-flag'>['flag'], ...dates(stretch) }));
}

/** So many more cases of the first of the people that limits on a caseload are reached, and passed. */
export function addLargeCaseload({ dice, stage, names, wishes }: Rows, facts: Growing): void {
  const from = dayAt(dayIn(dice, stage));
  for (let n = dice.between(wishes.isOfMany ? 28 : 12, 34); n > 0; n -= 1) {
    const child = `L${n}`;
    facts.child.push({
      child,
      family: null,
      openedOn: from,
      closedOn: null,
      assessmentCompletedOn: null,
      genogramOn: null,
      chronologyOn: null,
    });
    const allocatedAt = `${n < 30 ? from : dayAt(dayIn(dice, stage))}T10:00Z`;
    facts.allocation.push({
      child,
      worker: names.person[0] ?? '',
      allocatedAt,
      endedOn: null,
      discussedAt: null,
      isSecondary: null,
    });
  }
}

/** Talks about cases, in supervisions and without them, each child once a day. */
export function addDiscussions(rows: Rows, facts: Growing, most: number, share: number): void {
  const { dice, stage, names } = rows;
  for (const child of names.child) {
    const days = new Set(Array.from({ length: dice.between(1, most) }, () => dayIn(dice, stage)));
    for (const day of days) {
      const session =
        dice.isSo(rows.wishes.reads.has('action') ? 0.9 : 0.6) && facts.session.length > 0 ? dice.pick(facts.session) : null;
      // A talk in a supervision is on the day of the supervision.
      const on = session === null ? dayAt(day) : (session.startedAt ?? session.plannedStartAt).slice(0, 10);
      if (facts.discussion.some((row) => row.child === child && row.discussedOn === on)) continue;
      facts.discussion.push(rows.row('discussion', { child, session: session?.session ?? null, discussedOn: on }, share));
    }
  }
}
