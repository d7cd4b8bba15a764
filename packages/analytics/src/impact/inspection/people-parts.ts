import { formatDay } from '@plumbline/domain/calendar';
import type { FactOf } from '@plumbline/domain/facts';
import { dateInWords } from '../../prepare/wording/dates.ts';
import { notHeld, part, perEach, share, type DraftPart, type PartSource } from './part.ts';

type Pair = FactOf<'supervision-pair'>;

function namedOn({ index }: PartSource, day: string): Pair[] {
  return index.facts['supervision-pair'].filter(
    ({ capacity, from, to }) => capacity === 'designated' && from <= day && (to === null || to >= day),
  );
}

/** People with a named supervisor whose agreement with that supervisor both have signed. */
export function agreementsPart(source: PartSource): DraftPart {
  const title = 'Supervision agreements';
  const { index, asOf } = source;
  if (index.facts.feeds['agreement'] === undefined || index.facts.feeds['agreement'] === null)
    return notHeld('agreements', title, 'Supervision agreements are not recorded in this product.');
  const pairs = namedOn(source, asOf);
  const isSigned = ({ supervisee, supervisor }: Pair): boolean =>
    index.agreementsOf
      .get(supervisee)
      .some(
        (one) =>
          one.supervisor === supervisor &&
          one.supervisorSignedOn !== null &&
          one.superviseeSignedOn !== null &&
          one.supervisorSignedOn <= asOf &&
          one.superviseeSignedOn <= asOf,
      );
  const figure = share('agreements', 'Staff with an agreement that both have signed', {
    numerator: pairs.filter(isSigned).length,
    denominator: pairs.length,
  });
  const note = `Pairs of a member of staff and their named supervisor on ${dateInWords(asOf)}; an agreement with an earlier supervisor does not count. Whether it was looked at again in time is not worked out yet by this product.`;
  return part('agreements', title, { note, figures: [figure] });
}

/** How many people a supervisor has, and how many people had another supervisor than before within the twelve months. */
export function supervisorsPart(source: PartSource): DraftPart {
  const title = 'Supervisors: how many people each, and changes';
  const { asOf, index, window } = source;
  const pairs = namedOn(source, asOf);
  if (pairs.length === 0) return notHeld('supervisors', title, 'Who supervises whom is not recorded in this product.');
  const supervisees = new Set(pairs.map(({ supervisee }) => supervisee));
  const supervisors = new Set(pairs.map(({ supervisor }) => supervisor));
  const from = formatDay(window.from);
  const to = formatDay(window.to);
  const changed = [...supervisees].filter((person) => {
    const named = index.pairsOf
      .get(person)
      .filter((pair) => pair.capacity === 'designated' && pair.from <= to && (pair.to === null || pair.to >= from));
    return new Set(named.map(({ supervisor }) => supervisor)).size > 1;
  });
  const sizes = [...supervisors].map((one) => pairs.filter(({ supervisor }) => supervisor === one).length);
  const bands: [string, (size: number) => boolean][] = [
    ['1 to 4 people', (size) => size <= 4],
    ['5 to 7 people', (size) => size >= 5 && size <= 7],
    ['8 people or more', (size) => size >= 8],
  ];
  const rows = bands.map(([label, isIn]) => [label, String(sizes.filter(isIn).length)]);
  const figures = [
    perEach('supervisors.ratio', 'People for each named supervisor', supervisees.size, supervisors.size, 'people'),
    share('supervisors.changed', 'Staff who had more than one named supervisor in the twelve months', {
      numerator: changed.length,
      denominator: supervisees.size,
    }),
  ];
  const note = `As it stood on ${dateInWords(asOf)}. Supervisors' training and yearly observation are not worked out yet by this product.`;
  return part('supervisors', title, { note, figures, table: { columns: ['Supervisors with', 'How many'], rows } });
}
