import { formatDay, toDay, type Day } from '@plumbline/domain/calendar';
import type { ConfirmationAnswer, FactOf } from '@plumbline/domain/facts';
import { isConfirmed, type ConfirmedRule } from '@plumbline/domain/policy';
import { loadPack } from '@plumbline/policies';
import type { Context } from '../context.ts';
import { addFact, type FactRows } from '../fact-rows.ts';
import type { RandomStream } from '../random.ts';
import { workingDayFrom } from '../spans.ts';
import { streamOf } from './beside.ts';

/** Confirmations are kept for somewhat over a year, so that some questions come round again. */
const KEPT_DAYS = 420;

/** From which day they are recorded; only the small councils that are shown keep them at all. */
export function confirmationsFrom(context: Context): Day | null {
  return context.size === 'small' ? context.today - KEPT_DAYS : null;
}

type Row = FactOf<'confirmation'>;

/** What supervisors confirmed about some of their people, and what an auditor answered about what was drawn. Plainly invented. */
export function addConfirmations(context: Context, rows: FactRows): void {
  const from = confirmationsFrom(context);
  if (from === null) return;
  const rules = loadPack(context.council.packId).rules.filter(isConfirmed);
  addAboutPeople(
    context,
    rows,
    from,
    rules.filter(({ of }) => of === 'person'),
  );
  const [auditor] = rows.post.filter(({ role, to }) => role === 'service-manager' && to === null);
  if (auditor !== undefined)
    addAboutDrawn(
      context,
      rows,
      auditor.person,
      rules.filter(({ of }) => of !== 'person'),
    );
}

function addAboutPeople(context: Context, rows: FactRows, from: Day, rules: readonly ConfirmedRule[]): void {
  for (const pair of rows['supervision-pair']) {
    const random = streamOf(context, 'confirmation', pair.supervisee);
    if (pair.capacity !== 'designated' || pair.to !== null || !random.chance(0.4)) continue;
    // Most sit down once and answer everything; some stopped half-way.
    const first = workingDayFrom(random.integer(from, context.today - 4));
    const share = random.chance(0.6) ? 1 : 0.5;
    if (first < toDay(pair.from)) continue;
    for (const rule of rules) {
      if (!random.chance(share)) continue;
      add(rows, rule, first, answerOf(random), pair.supervisor, { person: pair.supervisee });
    }
  }
}

function answerOf(random: RandomStream): ConfirmationAnswer {
  if (random.chance(0.72)) return 'yes';
  return random.chance(0.5) ? 'no' : 'not-applicable';
}

/** How many of each kind of thing were drawn for each rule. */
const DRAWN = 4;

function addAboutDrawn(context: Context, rows: FactRows, auditor: string, rules: readonly ConfirmedRule[]): void {
  for (const rule of rules) {
    const random = streamOf(context, 'drawn', rule.id);
    const on = workingDayFrom(context.today - random.integer(10, 90));
    const all = thingsFor(rows, rule, on);
    const few = rule.of === 'pack' ? 1 : Math.min(DRAWN, all.length);
    for (let n = 0; n < few; n += 1) {
      const about = all[random.integer(0, all.length - 1)];
      // The first is kept and the second is not, so that each rule is seen both ways.
      const answer = n === 0 ? 'yes' : n === 1 ? 'no' : answerOf(random);
      if (about !== undefined) add(rows, rule, on, answer, auditor, about);
    }
  }
}

/** Everything that could have been drawn for a rule by a day. */
function thingsFor(rows: FactRows, { of, which, when }: ConfirmedRule, on: Day): Partial<Row>[] {
  const by = formatDay(on);
  const recent = formatDay(on - 200);
  const isRecent = (day: string): boolean => day.slice(0, 10) <= by && day >= recent;
  switch (of) {
    case 'session':
      return rows.session
        .filter(({ kind, status, plannedStartAt }) => {
          const isMeant = which?.kinds === undefined || which.kinds.includes(kind);
          return isMeant && status === 'held' && isRecent(plannedStartAt);
        })
        .map(({ session }) => ({ session }));
    case 'record':
      return rows.record.filter(({ record }) => record !== null).map(({ record }) => ({ record }));
    case 'discussion':
      return rows.discussion
        .filter(({ discussedOn }) => isRecent(discussedOn))
        .map(({ child, discussedOn, session }) => ({ child, discussedOn, session }));
    case 'child':
      return rows.child.filter(({ openedOn, closedOn }) => openedOn <= by && closedOn === null).map(({ child }) => ({ child }));
    case 'event':
      return rows.event.filter((event) => isRecent(event.on)).map(({ event }) => ({ event }));
    default:
      return when === undefined ? [{}] : [];
  }
}

function add(
  rows: FactRows,
  rule: ConfirmedRule,
  on: Day,
  answer: ConfirmationAnswer,
  confirmedBy: string,
  about: Partial<Row>,
): void {
  const confirmation = `CF-${String(rows.confirmation.length + 1).padStart(5, '0')}`;
  addFact(rows, 'confirmation', { confirmation, rule: rule.id, on: formatDay(on), answer, confirmedBy, ...about });
}
