import { formatDay } from '@plumbline/domain/calendar';
import type { FactOf } from '@plumbline/domain/facts';
import { sessionDay } from '@plumbline/domain/rules';
import { dateInWords } from '../../prepare/wording/dates.ts';
import { SUPERVISOR_AREAS } from './counted-rules.ts';
import { mayStand } from './pack-scope.ts';
import { count, notHeld, part, perEach, share, tooFew, type Counted, type DraftPart, type PartSource } from './part.ts';
import { isRecorded, namedOn, type Pair } from './people-parts.ts';
import { ruleFigures } from './rule-figures.ts';

/** How many people a supervisor has, changes of supervisor, training, observation, and the policy's own rules on these. */
export function supervisorsPart(source: PartSource): DraftPart {
  const title = 'Supervisors: people each, changes, training and observation';
  const { asOf, day, scope } = source;
  const pairs = namedOn(source, asOf, day);
  if (pairs.length === 0) return notHeld('supervisors', title, 'Who supervises whom is not recorded in this product.');
  const supervisees = new Set(pairs.map(({ supervisee }) => supervisee));
  const supervisors = new Set(pairs.map(({ supervisor }) => supervisor));
  if (!mayStand(scope, supervisees)) return tooFew('supervisors', title);
  const figures = [
    perEach('supervisors.ratio', 'People for each named supervisor', supervisees.size, supervisors.size, 'people'),
    share('supervisors.changed', 'Staff who had more than one named supervisor in the twelve months', {
      numerator: [...supervisees].filter((person) => hadAnother(source, person)).length,
      denominator: supervisees.size,
    }),
    ...trainingFigures(source, supervisors),
    ...observationFigures(source),
    ...rulesOnSupervisors(source),
  ];
  const ofWhom =
    scope.kind === 'home' ? ' Only people of this home are counted for its supervisors, who may have others elsewhere.' : '';
  const note = `As it stood on ${dateInWords(asOf)}.${ofWhom}${unrecorded(source)} Below them stand the policy’s own rules on who supervises, training and observation. Left out are those of which nothing is known, and answers of so few people that they would tell one of them.`;
  const table = scope.kind === 'home' ? null : { columns: ['Supervisors with', 'How many'], rows: bandsOf(pairs, supervisors) };
  return part('supervisors', title, { note, figures, table });
}

function hadAnother({ index, window }: PartSource, person: string): boolean {
  const [from, to] = [formatDay(window.from), formatDay(window.to)];
  const named = index.pairsOf
    .get(person)
    .filter((pair) => pair.capacity === 'designated' && pair.from <= to && (pair.to === null || pair.to >= from));
  return new Set(named.map(({ supervisor }) => supervisor)).size > 1;
}

function bandsOf(pairs: readonly Pair[], supervisors: ReadonlySet<string>): string[][] {
  const sizes = [...Map.groupBy(pairs, ({ supervisor }) => supervisor)]
    .filter(([one]) => supervisors.has(one))
    .map(([, own]) => own.length);
  const bands: [string, (size: number) => boolean][] = [
    ['1 to 4 people', (size) => size <= 4],
    ['5 to 7 people', (size) => size >= 5 && size <= 7],
    ['8 people or more', (size) => size >= 8],
  ];
  return bands.map(([label, isIn]) => [label, String(sizes.filter(isIn).length)]);
}

/** Of a home there are too few supervisors to say how many of them are trained. */
function trainingFigures(source: PartSource, supervisors: ReadonlySet<string>): Counted[] {
  const { index, asOf, window, scope } = source;
  if (!isRecorded(source, 'training') || !mayStand(scope, supervisors)) return [];
  const from = formatDay(window.from);
  const trained = (since: string): number =>
    [...supervisors].filter((person) =>
      index.trainingOf
        .get(person)
        .some(({ course, completedOn }) => course === 'supervisor-training' && since <= completedOn && completedOn <= asOf),
    ).length;
  const of = (numerator: number) => ({ numerator, denominator: supervisors.size });
  return [
    share('supervisors.trained', 'Named supervisors with training for supervisors on record', of(trained(''))),
    share('supervisors.trained-lately', 'Of all of them, trained since the twelve months began', of(trained(from))),
  ];
}

/** Observations that took place, of practice and of supervising. */
function observationFigures(source: PartSource): Counted[] {
  const { index, window, covers } = source;
  if (!isRecorded(source, 'session')) return [];
  const held = index.facts.session.filter((session: FactOf<'session'>) => {
    if (session.kind !== 'observation' || (session.status !== 'held' && session.status !== 'interrupted')) return false;
    const day = sessionDay(session);
    return window.from <= day && day <= window.to && covers({ kind: 'person', ref: session.supervisee }, day);
  });
  const many = (what: 'practice' | 'supervising'): number => held.filter(({ observes }) => observes === what).length;
  const unit = (number: number): string => (number === 1 ? 'observation' : 'observations');
  return [
    count('supervisors.observed-practice', 'Practice observed', many('practice'), unit(many('practice'))),
    count('supervisors.observed-supervising', 'Supervising observed', many('supervising'), unit(many('supervising'))),
  ];
}

function rulesOnSupervisors(source: PartSource): Counted[] {
  return ruleFigures(source, 'supervisors', SUPERVISOR_AREAS);
}

function unrecorded(source: PartSource): string {
  return isRecorded(source, 'training') ? '' : ' Training is not recorded in this product, so that nothing is said of it.';
}
