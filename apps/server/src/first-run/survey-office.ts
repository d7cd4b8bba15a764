import { createCaller, type Clock, type Services } from '@plumbline/api';
import type { BoxDatabase } from '@plumbline/database';
import type { CastMember } from '@plumbline/demo';
import { isRole } from '@plumbline/domain/access';
import { londonInstant, type Day } from '@plumbline/domain/calendar';

/** What the making of invented survey rounds leans on. */
export interface SurveyLoading {
  readonly services: Services;
  readonly box: BoxDatabase;
  readonly councilId: string;
  readonly cast: readonly CastMember[];
  readonly today: Day;
  readonly seed: number;
}

/** The calls of one of the cast on a day. */
export function office(
  { services, councilId, cast }: Pick<SurveyLoading, 'services' | 'councilId' | 'cast'>,
  on: Day,
  role: CastMember['role'] = 'principal-social-worker',
): ReturnType<typeof createCaller> {
  const member = cast.find((one) => one.role === role);
  if (member === undefined) throw new Error(`The demonstration has no ${role}.`);
  const clock: Clock = { now: () => londonInstant(on, 11 * 60) * 60_000 };
  const signedIn = {
    identityId: 'demonstration',
    councilId,
    person: member.personRef,
    roles: member.roles.filter(isRole),
    until: '',
  };
  return createCaller({ services: { ...services, clock }, signedIn });
}
