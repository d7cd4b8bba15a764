import type { FactOf } from '@plumbline/domain/facts';
import type { PolicyPack, Rule, RuleOf } from '@plumbline/domain/policy';
import { dayAt, dayIn } from './calendar.ts';
import type { Growing } from './people.ts';
import type { Rows } from './rows.ts';

type Row = FactOf<'confirmation'>;

const CONFIRMED = new WeakMap<PolicyPack, readonly RuleOf<'evidence'>[]>();

function confirmedIn(pack: PolicyPack): readonly RuleOf<'evidence'>[] {
  let rules = CONFIRMED.get(pack);
  if (rules === undefined) {
    rules = pack.rules.filter((rule: Rule): rule is RuleOf<'evidence'> => rule.kind === 'evidence' && rule.field === undefined);
    CONFIRMED.set(pack, rules);
  }
  return rules;
}

/** Days after an answer on which the next one may come: the same, soon, and around the year after which it is asked again. */
const LATER = [0, 1, 90, 364, 365, 366, 400] as const;

/** Answers to rules that nothing else shows, several to the same question. */
export function addConfirmations(rows: Rows, facts: Growing, pack: PolicyPack): void {
  const { dice, wishes } = rows;
  const rules = confirmedIn(pack);
  const wished = rules.find(({ id }) => id === wishes.rule);
  if (rules.length === 0 || (wished === undefined && dice.isSo(0.5))) return;
  for (let n = dice.between(wished === undefined ? 1 : 6, 12); n > 0; n -= 1) {
    const rule = wished !== undefined && dice.isSo(0.6) ? wished : dice.pick(rules);
    const about = aboutWhat(rows, facts, rule);
    if (about === null) continue;
    let day = dayIn(dice, rows.stage);
    for (let m = dice.between(1, 3); m > 0; m -= 1) {
      const answer = dice.pick(['yes', 'no', 'no', 'not-applicable'] as const);
      const confirmation = `CF-${dice.between(1, 9)}-${facts.confirmation.length}`;
      facts.confirmation.push({ ...NOTHING, ...about, confirmation, rule: rule.id, on: dayAt(day), answer, confirmedBy: 'M' });
      day += dice.pick(LATER);
    }
  }
}

const NOTHING = { person: null, child: null, session: null, discussedOn: null, record: null, event: null } as const;

function aboutWhat(rows: Rows, facts: Growing, { of, which, where }: RuleOf<'evidence'>): Partial<Row> | null {
  const { dice, names } = rows;
  switch (of) {
    case 'person':
      return { person: dice.pick(names.person) };
    case 'child':
      return names.child.length === 0 ? null : { child: dice.pick(names.child) };
    case 'session':
      return sessionFor(rows, facts, which?.kinds);
    case 'record':
      return facts.record.length === 0 ? null : { record: dice.pick(facts.record).record };
    case 'event':
      return eventFor(rows, facts, where?.['event.kind']);
    case 'discussion': {
      if (facts.discussion.length === 0) return null;
      const { child, discussedOn, session } = dice.pick(facts.discussion);
      return { child, discussedOn, session: dice.isSo(0.7) ? session : null };
    }
    default:
      return {};
  }
}

/** Any event, more often one that the rule is about. */
function eventFor({ dice }: Rows, facts: Growing, kinds: unknown): Partial<Row> | null {
  if (facts.event.length === 0) return null;
  const fitting = facts.event.filter(({ kind }) => Array.isArray(kinds) && kinds.includes(kind));
  return { event: dice.pick(fitting.length > 0 && dice.isSo(0.8) ? fitting : facts.event).event };
}

/** Any supervision, more often one that the rule is about. */
function sessionFor({ dice, names }: Rows, facts: Growing, kinds: readonly string[] = []): Partial<Row> | null {
  if (facts.session.length === 0) return null;
  const ofKind = facts.session.filter(({ kind }) => kinds.length === 0 || kinds.includes(kind));
  // What the rule is for holds of the first of the people.
  const own = ofKind.filter(({ supervisee }) => supervisee === names.person[0]);
  const fitting = own.length > 0 ? own : ofKind;
  return { session: dice.pick(fitting.length > 0 && dice.isSo(0.8) ? fitting : facts.session).session };
}
