import { answersOn, loadFacts, type AnswerQuery, type CouncilTransaction } from '@plumbline/database';
import { formatDay, type Day } from '@plumbline/domain/calendar';
import { childResponsibilities, indexFacts, personResponsibilities, type Responsibility } from '@plumbline/domain/rules';
import { knownAtOf } from '../access/policy-of.ts';
import type { Question } from '../lanes/load-stage.ts';

/** Whose lanes a page shows: everybody in a team, or everybody whom somebody supervises. */
export type Choice = { readonly kind: 'team'; readonly team: string } | { readonly kind: 'supervisor'; readonly person: string };

export interface Chosen {
  readonly persons: readonly string[];
  readonly children: readonly string[];
  /** Open children of the same teams whom nobody holds. */
  readonly unallocated: readonly string[];
  /** Who answers on the day for all of these, and for some others. */
  readonly answering: readonly Responsibility[];
}

/** The people of a choice on a day, with the children whose cases they hold and those whom nobody holds. */
export async function choosePeople(tx: CouncilTransaction, { asOf, knownOn }: Question, choice: Choice): Promise<Chosen> {
  const on = formatDay(asOf.on);
  const answers =
    knownOn === null ? await answersOn(tx, { on, ...filterOf(choice) }) : await answersKnownOn(tx, asOf.on, knownOn);
  const persons = answers.filter((answer) => answer.kind === 'person' && isChosen(answer, choice)).map((answer) => answer.ref);
  const teams = choice.kind === 'team' ? new Set([choice.team]) : teamsOfManager(answers, choice.person);
  const held = knownOn === null ? await answersOn(tx, { on, workers: persons, teams: [...teams] }) : answers;
  const holders = new Set(persons);
  const children = held.filter((answer) => answer.kind === 'child' && answer.worker !== null && holders.has(answer.worker));
  const unallocated = held.filter(
    (answer) => answer.kind === 'child' && answer.worker === null && answer.team !== null && teams.has(answer.team),
  );
  return {
    persons,
    children: [...children, ...unallocated].map((answer) => answer.ref),
    unallocated: unallocated.map((answer) => answer.ref),
    answering: [...answers, ...held],
  };
}

function filterOf(choice: Choice): Pick<AnswerQuery, 'teams' | 'supervisors' | 'lineManagers'> {
  return choice.kind === 'team' ? { teams: [choice.team] } : { supervisors: [choice.person], lineManagers: [choice.person] };
}

/** Whoever has no named supervisor stands with their line manager. */
function isChosen(answer: Responsibility, choice: Choice): boolean {
  if (choice.kind === 'team') return answer.team === choice.team;
  return answer.supervisor === choice.person || (answer.supervisor === null && isManagedBy(answer, choice.person));
}

/** In the line: alone, or as one of two who share the management of the post. */
function isManagedBy({ lineManager, secondLineManager }: Responsibility, person: string): boolean {
  return lineManager === person || secondLineManager === person;
}

/** The teams in which somebody is line manager: their children without a worker are theirs to see to. */
function teamsOfManager(answers: readonly Responsibility[], person: string): Set<string> {
  const own = answers.filter((answer) => answer.kind === 'person' && isManagedBy(answer, person) && answer.team !== null);
  return new Set(own.map((answer) => answer.team ?? ''));
}

/** Later than any supervision: leaves the log out where only the lines of responsibility are asked about. */
const NO_LOG = '2199-01-01';

/** Who answered for whom, as it was known on another day, from the facts that say so. */
export async function answersKnownOn(tx: CouncilTransaction, on: Day, knownOn: Day): Promise<Responsibility[]> {
  const facts = await loadFacts(tx, 'council', { knownAt: knownAtOf(knownOn), since: NO_LOG });
  const index = indexFacts(facts);
  const people = facts.person.flatMap((person) => personResponsibilities(index, person.person));
  const children = [...new Set(facts.child.map((child) => child.child))].flatMap((child) => childResponsibilities(index, child));
  return [...people, ...children].filter((answer) => answer.from <= on && (answer.to === null || on <= answer.to));
}

/** The children whose cases these people hold on a day, as known now. */
export async function childrenHeldBy(tx: CouncilTransaction, on: Day, workers: readonly string[]): Promise<string[]> {
  const answers = await answersOn(tx, { on: formatDay(on), workers });
  return answers.filter((answer) => answer.kind === 'child').map((answer) => answer.ref);
}
