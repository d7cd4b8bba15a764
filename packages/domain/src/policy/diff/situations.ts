import { approximateDays, type Interval } from '../../calendar/index.ts';
import { ALWAYS, type AttributeSubject } from '../check/attributes.ts';
import { daysOf, FEW_BEGINNINGS } from '../check/phases.ts';
import type { CadenceRule } from '../check/remark.ts';
import { startingWorld, truthOf, type World } from '../check/worlds.ts';
import type { PolicyPack } from '../pack.ts';
import { attributesOf } from '../problems.ts';
import { exactly, NOT_JUDGED, shorterIsStricter, type Judgement } from './direction.ts';

/** What one policy asks in a situation: its longest gap in its own unit, and the rule that says so. Null: it doesn't say. */
export interface Asked {
  readonly rule: string;
  readonly clause: string;
  readonly every: Interval | 'agreed';
}

/** An everyday situation and what two policies ask in it. */
export interface SituationRow extends Judgement {
  readonly subject: AttributeSubject;
  /** The attributes that hold, beside those that always do. */
  readonly holding: readonly string[];
  /** Since how many days; rows that ask the same on all of them are one row, from the first. */
  readonly sinceDays: number;
  readonly before: Asked | null;
  readonly after: Asked | null;
}

/** First day, after two months, after seven, after thirteen: one day in each phase that policies usually name. */
const SINCE = [0, 61, 213, 396];

/** What is taken to hold along with a situation, so that rules about everyday cases hold too. */
const ALONG: Readonly<Record<AttributeSubject, readonly string[]>> = {
  child: ['allocated', 'assessed'],
  person: ['case-holding', 'full-time'],
};

/** Roles of people who hold a social work qualification. */
const QUALIFIED_ROLES = [
  'role:social-worker',
  'role:senior-social-worker',
  'role:practice-supervisor',
  'role:team-manager',
  'role:reviewing-officer',
];

/**
 * The clocks of two policies side by side in everyday situations, whatever their rules are called: each status, placement,
 * role and stage that either of them names, by itself; with `among` those that any of these names, so that several pairs
 * are asked about the same. Situations in which neither says anything are left out.
 */
export function compareSituations(
  before: PolicyPack,
  after: PolicyPack,
  among: readonly PolicyPack[] = [before, after],
): SituationRow[] {
  return (['person', 'child'] as const).flatMap((subject) => {
    const names = [...new Set(among.flatMap((pack) => namedBy(pack, subject)))].toSorted();
    return [[], ...names.map((name) => [name])].flatMap((holding) => rowsOf(before, after, subject, holding));
  });
}

const BY_THEMSELVES =
  /^(status|placement|role):|^(newly-qualified|student|new-psychologist|internationally-recruited|qualified)$/;

function namedBy(pack: PolicyPack, subject: AttributeSubject): string[] {
  return cadencesFor(pack, subject)
    .flatMap(({ when }) => attributesOf(when))
    .filter((attribute) => BY_THEMSELVES.test(attribute));
}

function cadencesFor(pack: PolicyPack, subject: AttributeSubject): CadenceRule[] {
  const series = pack.series.filter((one) => one.subject === subject).map(({ id }) => id);
  return pack.rules.filter((rule): rule is CadenceRule => rule.kind === 'cadence' && series.includes(rule.series));
}

function rowsOf(before: PolicyPack, after: PolicyPack, subject: AttributeSubject, holding: readonly string[]): SituationRow[] {
  const rows: SituationRow[] = [];
  for (const sinceDays of SINCE) {
    const [was, is] = [askedOf(before, subject, holding, sinceDays), askedOf(after, subject, holding, sinceDays)];
    const last = rows.at(-1);
    if ((was === null && is === null) || (last !== undefined && last.before?.rule === was?.rule && last.after?.rule === is?.rule))
      continue;
    rows.push({ subject, holding, sinceDays, before: was, after: is, ...judge(was, is) });
  }
  return rows;
}

function judge(before: Asked | null, after: Asked | null): Judgement {
  if (before === null || after === null) return NOT_JUDGED;
  if (before.every === 'agreed' || after.every === 'agreed') return before.every === after.every ? exactly('equal') : NOT_JUDGED;
  return shorterIsStricter(before.every, after.every);
}

function askedOf(pack: PolicyPack, subject: AttributeSubject, holding: readonly string[], sinceDays: number): Asked | null {
  const [begins = 0] = FEW_BEGINNINGS;
  const day = begins + sinceDays;
  const rules = cadencesFor(pack, subject);
  const world = worldOf(rules, subject, holding);
  const held = rules.filter(({ when, phase }) => {
    const run = daysOf(phase, begins, pack.conventions);
    const isPhaseOn = phase === undefined || world.get(phase.of) === true;
    return isPhaseOn && run !== null && run.from <= day && day <= run.to && truthOf(when, world) === true;
  });
  const relaxed = new Set(held.flatMap(({ relaxes }) => relaxes ?? []));
  const [shortest] = held.filter(({ id }) => !relaxed.has(id)).toSorted((a, b) => lengthOf(a) - lengthOf(b));
  return shortest === undefined ? null : { rule: shortest.id, clause: shortest.clause, every: shortest.every };
}

function lengthOf({ every }: CadenceRule): number {
  return every === 'agreed' ? Number.POSITIVE_INFINITY : approximateDays(every);
}

/** The situation and nothing else: every other attribute is false. */
function worldOf(rules: readonly CadenceRule[], subject: AttributeSubject, holding: readonly string[]): World {
  const isQualified = holding.some((attribute) => QUALIFIED_ROLES.includes(attribute) || attribute === 'newly-qualified');
  const held = [...holding, ...ALONG[subject], ...(isQualified ? ['qualified'] : [])];
  const all = [
    ...new Set([
      ...rules.flatMap(({ when, phase }) => [...attributesOf(when), ...(phase === undefined ? [] : [phase.of])]),
      ...held,
    ]),
  ];
  return new Map([...all.map((name) => [name, false] as const), ...startingWorld(subject, held, all), [ALWAYS[subject], true]]);
}
