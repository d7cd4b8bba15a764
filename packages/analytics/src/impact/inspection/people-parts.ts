import { formatDay } from '@plumbline/domain/calendar';
import type { FactOf } from '@plumbline/domain/facts';
import { findingOn, versionOn } from '@plumbline/domain/rules';
import { dateInWords } from '../../prepare/wording/dates.ts';
import { AGREEMENT_AREAS } from './counted-rules.ts';
import { mayStand } from './pack-scope.ts';
import { notHeld, part, share, tooFew, type Counted, type DraftPart, type PartSource } from './part.ts';
import { ruleFigures } from './rule-figures.ts';
import { endOf } from './tally-duties.ts';

export type Pair = FactOf<'supervision-pair'>;

/** Named supervisors and whom they supervise on a day, within the pack. */
export function namedOn({ index, covers }: PartSource, on: string, day: number): Pair[] {
  return index.facts['supervision-pair'].filter(
    ({ supervisee, capacity, from, to }) =>
      capacity === 'designated' && from <= on && (to === null || to >= on) && covers({ kind: 'person', ref: supervisee }, day),
  );
}

/** Whether a kind of fact is recorded here at all. */
export function isRecorded({ index }: PartSource, kind: 'agreement' | 'training' | 'session'): boolean {
  const from = index.facts.feeds[kind];
  return from !== undefined && from !== null;
}

/** People with a named supervisor whose agreement both have signed, and whether it was looked at again in time. */
export function agreementsPart(source: PartSource): DraftPart {
  const title = 'Supervision agreements';
  const { asOf, day, scope } = source;
  if (!isRecorded(source, 'agreement'))
    return notHeld('agreements', title, 'Supervision agreements are not recorded in this product.');
  const pairs = namedOn(source, asOf, day);
  if (pairs.length === 0) return notHeld('agreements', title, 'Who supervises whom is not recorded in this product.');
  if (
    !mayStand(
      scope,
      pairs.map(({ supervisee }) => supervisee),
    )
  )
    return tooFew('agreements', title);
  const signed = pairs.filter((pair) => isSigned(source, pair));
  const figures: Counted[] = [
    share('agreements', 'Staff with an agreement that both have signed', {
      numerator: signed.length,
      denominator: pairs.length,
    }),
    ...currentFigure(source, pairs, signed),
    ...ruleFigures(source, 'agreements', AGREEMENT_AREAS),
  ];
  const review = reviewRules(source).length === 0 ? " The policy doesn't say by when an agreement is looked at again." : '';
  const note = `Pairs of a member of staff and their named supervisor on ${dateInWords(asOf)}; an agreement with an earlier supervisor does not count.${review} Below them stand the policy’s own rules on agreements, by what fell due in the twelve months. Answers of so few people that they would tell one of them are left out.`;
  return part('agreements', title, { note, figures });
}

function isSigned({ index, asOf }: PartSource, { supervisee, supervisor }: Pair): boolean {
  return index.agreementsOf
    .get(supervisee)
    .some(
      (one) =>
        one.supervisor === supervisor &&
        one.supervisorSignedOn !== null &&
        one.superviseeSignedOn !== null &&
        one.supervisorSignedOn <= asOf &&
        one.superviseeSignedOn <= asOf,
    );
}

/** Rules of the version in force by which an agreement is looked at again within some time. */
function reviewRules({ timeline, day }: PartSource): string[] {
  return versionOn(timeline, day).policy.rules.flatMap((rule) =>
    rule.kind === 'deadline' && rule.area.startsWith('agreement') && rule.within !== undefined ? [rule.id] : [],
  );
}

/** Signed, and no review of it past its day. */
function currentFigure(source: PartSource, pairs: readonly Pair[], signed: readonly Pair[]): Counted[] {
  const rules = reviewRules(source);
  if (rules.length === 0) return [];
  const late = new Set(
    source.duties
      .filter((duty) => rules.includes(duty.rule) && findingOn(duty, endOf(source.day)).finding === 'overdue')
      .map(({ about }) => about.ref),
  );
  return [
    share('agreements.current', 'Staff with a signed agreement that is not past the day of its review', {
      numerator: signed.filter(({ supervisee }) => !late.has(supervisee)).length,
      denominator: pairs.length,
    }),
  ];
}

const CONTRACTS: Readonly<Record<string, string>> = {
  permanent: 'Permanent',
  'fixed-term': 'Fixed term',
  agency: 'Agency',
  sessional: 'Sessional or casual',
};

/** Who is on the staff of a home: how many, on what contracts, and how many have a named supervisor. */
export function staffPart(source: PartSource): DraftPart {
  const { staff, asOf, day } = source;
  const title = 'Staff of the home';
  if (staff.length === 0) return notHeld('staff', title, 'Nobody is recorded in post in this home on this day.');
  const named = new Set(namedOn(source, asOf, day).map(({ supervisee }) => supervisee));
  const contracts = staff.map((person) => contractOn(source, person));
  const figures = [
    share('staff.supervised', 'Staff with a named supervisor', {
      numerator: staff.filter((person) => named.has(person)).length,
      denominator: staff.length,
    }),
    share('staff.agency', 'Staff from an agency, sessional or casual', {
      numerator: contracts.filter((one) => one === 'agency' || one === 'sessional').length,
      denominator: contracts.filter((one) => one !== null).length,
      excluded: { away: 0, notKnown: contracts.filter((one) => one === null).length },
    }),
  ];
  const rows = [...Object.keys(CONTRACTS), null].map((contract) => [
    contract === null ? 'Not recorded' : (CONTRACTS[contract] ?? contract),
    String(contracts.filter((one) => one === contract).length),
  ]);
  const note = `In post in the home on ${dateInWords(asOf)}, its manager among them. How many posts a home ought to have is not held by this product.`;
  return part('staff', title, { note, figures, table: { columns: ['Contract', 'People'], rows } });
}

function contractOn({ index, day }: PartSource, person: string): string | null {
  const on = formatDay(day);
  return index.postsOf.get(person).find(({ from, to }) => from <= on && (to === null || to >= on))?.contract ?? null;
}
