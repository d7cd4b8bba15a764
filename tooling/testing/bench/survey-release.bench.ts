/**
 * One release of a very large round: 30 questions over 33,000 replies by service and role family, counted, suppressed, proved and
 * sealed. Before anything is timed the release must hold what the ballots say, hide something, and prove it.
 */
import { createHash } from 'node:crypto';
import { makeRelease, standardPlan, type Release } from '@plumbline/analytics/disclosure';
import {
  cellsOf,
  fullForm,
  ROLE_FAMILIES,
  ROLE_FAMILY_NAMES,
  type CountedBallot,
  type Instrument,
  type Invited,
} from '@plumbline/domain/surveys';
import { ballotsOf, chanceFrom } from '../src/survey-attack/council.ts';
import { insist, printLoad, printSpread, timeRuns } from './measure.ts';

const REPLIES = 33_000;
const QUESTIONS = 30;
const WORDS = {
  whole: 'Everybody',
  services: {},
  roleFamilies: ROLE_FAMILIES,
  routes: { receives: '', gives: '', both: '', neither: '' },
};

const chance = chanceFrom(4);
const cells = cellsOf(invitedPeople())?.cells ?? [];
const instrument = thirtyQuestions();
const mood = { replying: 0.62, spread: 0.5, leavingOut: 0.02, agreeing: 0.2 };
const ballots = cells.flatMap((cell) => ballotsOf(chance, cell, instrument, mood)).slice(0, REPLIES);
const plan = standardPlan('round', cells, WORDS);

printLoad();
insist(ballots.length === REPLIES, `There are only ${ballots.length} replies.`);
const release = made();
check(release);
printSpread(
  `${release.questions.length} questions, ${ballots.length} replies, ${cells.length} cells`,
  await timeRuns(7, made),
  `  ${release.tables.length} tables, ${release.proof.intervals.length} intervals`,
);

function made(): Release {
  const result = makeRelease({ instrument, cells, ballots, plan, earlier: [], hash });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.release;
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Services of very different sizes, so that some groups are too small. */
function invitedPeople(): Invited[] {
  const invited: Invited[] = [];
  for (let service = 0; service < 40; service += 1) {
    const size = service % 13 === 0 ? 3 : 250 + 900 * chance() ** 2;
    for (const roleFamily of ROLE_FAMILY_NAMES) {
      const people = Math.round(size * (roleFamily === 'manager' ? 0.15 : roleFamily === 'social-worker' ? 1.6 : 0.7));
      for (let i = 0; i < people; i += 1)
        invited.push({ person: `${invited.length}`, service: `s${service}`, roleFamily, team: '' });
    }
  }
  return invited;
}

function thirtyQuestions(): Instrument {
  const items = fullForm.items.filter(
    ({ kind, shownWhen }) => (kind === 'scale' || kind === 'single' || kind === 'multiple') && shownWhen === null,
  );
  insist(items.length >= QUESTIONS, `The form has only ${items.length} such questions.`);
  return { ...fullForm, items: items.slice(0, QUESTIONS) };
}

function check({ tables, questions, proof }: Release): void {
  const whole = tables.filter(({ breakdown }) => breakdown === 'whole');
  for (const table of whole) {
    if (table.state !== 'shown') continue;
    const given = ballots.filter(({ answers }: CountedBallot) => {
      const value = answers.values[table.question];
      return value !== undefined && !(value.kind === 'choice' && value.value === 'none');
    });
    insist(
      Math.abs(given.length - table.n) <= given.length * 0.2,
      `${table.question}: ${table.n} replies, and ${given.length} in the ballots.`,
    );
  }
  insist(questions.length >= QUESTIONS && proof.intervals.length > 0, 'Nothing was hidden, so that nothing was proved.');
}
