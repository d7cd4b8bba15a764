import { randomUUID } from 'node:crypto';
import { formatDay, londonDay } from '@plumbline/domain/calendar';
import type { Answers, MyRound, RoundDetail } from '@plumbline/domain/surveys';
import { blind, send } from '../src/survey-rounds/_respondent.ts';
import type { JourneyServer } from './_server.ts';

/** Calls of the main address by somebody who is signed in, without a browser: what a journey needs to have happened before it. */
export interface Calls {
  query<T>(path: string, input?: unknown): Promise<T>;
  mutate<T>(path: string, input: unknown): Promise<T>;
}

/** Somebody of the cast signs in, to make calls only. */
export async function callsOf(
  server: Pick<JourneyServer, 'cast' | 'url' | 'password'>,
  role: keyof JourneyServer['cast'],
): Promise<Calls> {
  return await callsBy(server, server.cast[role].username);
}

/** Somebody signs in by their sign-in name, to make calls only. */
export async function callsBy({ url, password }: Pick<JourneyServer, 'url' | 'password'>, username: string): Promise<Calls> {
  const headers = { origin: url, 'content-type': 'application/json' };
  const signedIn = await fetch(`${url}/api/auth/sign-in/username`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ username, password }),
  });
  const cookie = signedIn.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const read = async <T>(response: Response): Promise<T> => {
    const answer = (await response.json()) as { result?: { data: T }; error?: unknown };
    if (answer.result === undefined) throw new Error(`Refused: ${JSON.stringify(answer.error)}`);
    return answer.result.data;
  };
  return {
    query: async (path, input = {}) =>
      await read(
        await fetch(`${url}/api/trpc/${path}?input=${encodeURIComponent(JSON.stringify(input))}`, { headers: { cookie } }),
      ),
    mutate: async (path, input) =>
      await read(
        await fetch(`${url}/api/trpc/${path}`, { method: 'POST', headers: { ...headers, cookie }, body: JSON.stringify(input) }),
      ),
  };
}

/** The subject id of somebody of the cast. */
export async function idOf(calls: Calls, server: JourneyServer, role: keyof JourneyServer['cast']): Promise<string> {
  const { name } = server.cast[role];
  const { subjects } = await calls.query<{ subjects: { id: string; label: string }[] }>('search.find', { text: name });
  const found = subjects.find(({ label }) => label.includes(name));
  if (found === undefined) throw new Error(`Nobody found by the name of ${name}`);
  return found.id;
}

/** Publishes the full form, so that a round can be planned with it. */
export async function publishFullForm(calls: Calls): Promise<{ readonly designId: string; readonly number: number }> {
  const title = 'Questions of this journey';
  const { designId } = await calls.mutate<{ designId: string }>('surveyDesigns.start', {
    from: { kind: 'full' },
    title,
    idempotencyKey: randomUUID(),
  });
  const { version } = await calls.query<{ version: number }>('surveyDesigns.get', { designId });
  const { number } = await calls.mutate<{ number: number }>('surveyDesigns.publish', {
    designId,
    baseVersion: version,
    idempotencyKey: randomUUID(),
  });
  return { designId, number };
}

const DAY_MILLISECONDS = 86_400_000;

/** The date of today, or of so many days later. */
export function dayFromNow(days: number): string {
  return formatDay(londonDay(Math.floor((Date.now() + days * DAY_MILLISECONDS) / 60_000)));
}

/** A round of the full form that is open from today for a fortnight. */
export async function openRound(calls: Calls, server: JourneyServer): Promise<RoundDetail> {
  const { designId, number } = await publishFullForm(calls);
  const [runner, other] = [await idOf(calls, server, 'principal-social-worker'), await idOf(calls, server, 'service-manager')];
  const planned = await calls.mutate<RoundDetail>('surveyRounds.create', {
    designId,
    version: number,
    title: 'Supervision survey, autumn',
    opensOn: dayFromNow(0),
    closesOn: dayFromNow(14),
    reportBy: dayFromNow(28),
    paperBy: [runner],
    screeners: [runner, other],
    safeguardingTo: other,
    idempotencyKey: randomUUID(),
  });
  const frozen = await step(calls, 'freeze', planned);
  return await step(calls, 'open', frozen);
}

/** A step of a round's life. */
export async function step(calls: Calls, name: 'freeze' | 'open' | 'close', { id, version }: RoundDetail): Promise<RoundDetail> {
  return await calls.mutate<RoundDetail>(`surveyRounds.${name}`, {
    roundId: id,
    baseVersion: version,
    idempotencyKey: randomUUID(),
  });
}

/** Somebody takes their one-time link and answers, as their browser would: signed blindly by the register, sent to the box. */
export async function answerRound(server: JourneyServer, username: string, roundId: string, answers: Answers): Promise<void> {
  const calls = await callsBy(server, username);
  const { rounds } = await calls.query<{ rounds: readonly MyRound[] }>('surveyRounds.mine');
  const mine = rounds.find(({ id }) => id === roundId);
  if (mine === undefined) throw new Error(`${username} is not invited to this round.`);
  const link = await blind(mine.cell.publicKey);
  const { signature } = await calls.mutate<{ signature: string }>('surveyRounds.issue', { roundId, blinded: link.blinded });
  const { status } = await send(server.boxUrl, roundId, { ...(await link.finish(signature)), answers });
  if (status !== 200) throw new Error(`The box did not take an answer: ${status}`);
}
