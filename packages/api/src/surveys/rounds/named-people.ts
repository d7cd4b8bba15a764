import { findSubjects, rolesOn, type CouncilTransaction, type SurveyRound } from '@plumbline/database';
import { isRole, reachOf, ROLE_NAMES, ROLES, type Permission } from '@plumbline/domain/access';
import { formatDay, type Day } from '@plumbline/domain/calendar';
import { z } from 'zod';
import { IdInput } from '../../inputs.ts';
import { refuse } from '../../problems.ts';

const PeopleInput = z.array(IdInput).max(20);

/** Whom a round names, as subject ids. */
export const NAMED_INPUT = {
  paperBy: PeopleInput,
  /** At least two: what one has screened another releases. */
  screeners: PeopleInput.min(2),
  safeguardingTo: IdInput,
};

interface Asked {
  readonly paperBy: readonly string[];
  readonly screeners: readonly string[];
  readonly safeguardingTo: string;
}
export type NamedPeople = Pick<SurveyRound, 'paperBy' | 'screeners' | 'safeguardingTo'>;

/**
 * The staff numbers of whoever a round is to name. Refused, with a sentence for each field, where somebody could not do what they
 * are named for: nobody signs in for them today, or none of their roles lets them.
 */
export async function requireNamedPeople(tx: CouncilTransaction, asked: Asked, today: Day): Promise<NamedPeople> {
  const paperBy = await staffNumbers(tx, asked.paperBy);
  const screeners = await staffNumbers(tx, asked.screeners);
  const [safeguardingTo = ''] = await staffNumbers(tx, [asked.safeguardingTo]);
  const roles = await rolesOn(tx, [...paperBy, ...screeners, safeguardingTo], formatDay(today));
  const found = {
    paperBy: problemOf(paperBy, roles, 'surveys:paper'),
    screeners: new Set(screeners).size < 2 ? 'Name two people.' : problemOf(screeners, roles, 'surveys:screen'),
    safeguardingTo: problemOf([safeguardingTo], roles, null),
  };
  const fields = Object.fromEntries(Object.entries(found).flatMap(([field, said]) => (said === null ? [] : [[field, said]])));
  if (Object.keys(fields).length > 0) refuse('not-valid', { fields });
  return { paperBy, screeners, safeguardingTo };
}

async function staffNumbers(tx: CouncilTransaction, ids: readonly string[]): Promise<string[]> {
  const found = await findSubjects(tx, ids);
  return ids.map((id) => {
    const subject = found.get(id);
    return subject?.kind === 'person' ? subject.ref : refuse('not-found');
  });
}

/** What is wrong with the first of a list who cannot do it. By their place: a refusal carries no names. */
function problemOf(
  persons: readonly string[],
  rolesOf: ReadonlyMap<string, ReadonlySet<string>>,
  needed: Permission | null,
): string | null {
  for (const [at, person] of persons.entries()) {
    const who = persons.length === 1 ? 'The person named here' : `Number ${at + 1} of the people named here`;
    const roles = rolesOf.get(person);
    if (roles === undefined)
      return `${who} cannot sign in today, so they would never see it. Name somebody else, or have a sign-in made for them first.`;
    if (needed !== null && reachOf(needed, [...roles].filter(isRole), false) === null)
      return `${who} has no role that allows this. Name somebody who is ${whoMay(needed)}.`;
  }
  return null;
}

/** "principal social worker or administrator". */
function whoMay(permission: Permission): string {
  const titles = ROLE_NAMES.filter((role) => reachOf(permission, [role], false) !== null).map((role) =>
    ROLES[role].toLowerCase(),
  );
  return titles.join(' or ');
}
