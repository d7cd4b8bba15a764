import type { Condition, RuleOf } from '@plumbline/domain/policy';
import { postOn, versionOf, type Duty } from '@plumbline/domain/rules';
import { ROLE_FAMILIES, ROLE_FAMILY_NAMES, roleFamilyOf } from '@plumbline/domain/surveys';
import { lateEntry } from './entry-figures.ts';
import { mayStand } from './pack-scope.ts';
import { figureRows, notHeld, part, share, tooFew, type Counted, type DraftPart, type PartSource } from './part.ts';
import { clocksOf, fellDue, grouped, peopleIn, serviceBook, tallyOnTime, type Clock } from './tally-duties.ts';

const COLUMNS = ['What', 'On time', 'Of what fell due', 'Not counted: away', 'Not known'];

const TITLE = 'On time, by service and role family';

/** On time in the last twelve whole months: by clock, and in the council's pack under each by service and, for staff, by role family. */
export function onTimePart(source: PartSource): DraftPart {
  const rows = fellDue(source);
  const clocks = clocksOf(source).filter(({ id }) => rows.some(({ series }) => series === id));
  const title = source.scope.kind === 'home' ? 'On time' : TITLE;
  if (clocks.length === 0)
    return notHeld('on-time', title, 'Nothing fell due in these twelve months that this product knows of.');
  if (!mayStand(source.scope, peopleIn(rows))) return tooFew('on-time', title);
  const figures = clocks.flatMap((clock) =>
    clockFigures(
      source,
      clock,
      rows.filter(({ series }) => series === clock.id),
    ),
  );
  const entered = lateEntry(source);
  const whose =
    source.scope.kind === 'home'
      ? 'Counted by the day on which it fell due, for whoever was on the staff of the home on that day.'
      : 'Counted by the day on which it fell due, for the service that answered for the person or child on that day.';
  const note = `${whose} What fell due during a recorded absence, or is not known, is left out and counted beside it. ${entered.note}`;
  const all = [...figures, ...entered.figures];
  return part('on-time', title, { note, figures: all, table: { columns: COLUMNS, rows: figureRows(all) } });
}

/** A home is one service, and has too few people of a role to say how each role stands. */
function clockFigures(source: PartSource, { id, title, subject }: Clock, own: readonly Duty[]): Counted[] {
  const tally = (name: string, label: string, duties: readonly Duty[]) =>
    share(`on-time.${id}${name}`, `${title} on time${label}`, tallyOnTime(duties, source.day));
  const whole = tally('', '', own);
  if (source.scope.kind === 'home') return mayStand(source.scope, peopleIn(own)) ? [whole] : [];
  const serviceOf = serviceBook(source);
  const services = grouped(own, ({ about, dueOn }) => (dueOn === null ? null : serviceOf(about, dueOn)));
  const families = subject === 'child' ? [] : grouped(own, (duty) => familyOf(source, duty));
  const inOrder = ROLE_FAMILY_NAMES.flatMap((family) => families.filter(([name]) => name === family));
  return [
    whole,
    ...services.map(([service, duties]) => tally(`.service.${service}`, `, ${service}`, duties)),
    ...inOrder.map(([family, duties]) =>
      tally(`.role.${family}`, `, ${ROLE_FAMILIES[family as keyof typeof ROLE_FAMILIES].toLowerCase()}`, duties),
    ),
  ];
}

function familyOf({ index }: PartSource, { about, dueOn }: Duty): string | null {
  const post = dueOn === null ? null : postOn(index, about.ref, dueOn);
  return post === null ? null : roleFamilyOf(post.role);
}

/** Whether the schedule for newly qualified staff was kept: requirements of the rules that hold for them alone. */
export function newlyQualifiedPart(source: PartSource): DraftPart {
  const title = "Newly qualified staff's schedule";
  const rules = new Map<string, string>();
  for (const { policy } of source.timeline)
    for (const rule of policy.rules) if (rule.kind === 'cadence' && isForNewlyQualified(rule)) rules.set(rule.id, rule.says);
  if (rules.size === 0)
    return notHeld(
      'newly-qualified',
      title,
      'The policy has no schedule of its own for newly qualified staff, so there is none to measure.',
    );
  const rows = fellDue(source).filter((duty) => rules.has(ruleOf(source, duty)));
  const figures = [
    share('newly-qualified', 'Newly qualified staff supervised on time', tallyOnTime(rows, source.day)),
    ...grouped(rows, (duty) => ruleOf(source, duty)).map(([rule, duties]) =>
      share(`newly-qualified.rule.${rule}`, rules.get(rule) ?? rule, tallyOnTime(duties, source.day)),
    ),
  ];
  const people = new Set(rows.map(({ about }) => about.ref)).size;
  const note = `About ${people} newly qualified ${people === 1 ? 'person' : 'people'} in these twelve months. No names are given.`;
  return part('newly-qualified', title, { note, figures, table: { columns: COLUMNS, rows: figureRows(figures) } });
}

/** The rule under which a requirement stands, in the version that was in force when it opened. */
function ruleOf({ timeline }: PartSource, duty: Duty): string {
  return versionOf(timeline, duty).policy.ruleIndex.has(duty.rule) ? duty.rule : '';
}

function isForNewlyQualified({ when, phase }: RuleOf<'cadence'>): boolean {
  return phase?.of === 'newly-qualified' || (when !== undefined && asksFor(when));
}

/** Whether a condition asks for the newly qualified stage; one that leaves it out does not. */
function asksFor(condition: Condition): boolean {
  if (typeof condition === 'string') return condition === 'newly-qualified';
  if ('all' in condition) return condition.all.some(asksFor);
  return 'any' in condition && condition.any.every(asksFor);
}
