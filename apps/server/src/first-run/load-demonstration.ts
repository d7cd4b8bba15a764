import { randomUUID } from 'node:crypto';
import { alone, findCouncil, membershipsOf, seedCouncil, type Database, type RootSafe } from '@plumbline/database';
import { DEMO_COUNCILS, demoCast, makeCouncil, type CastMember, type CouncilSize, type DemoCouncil } from '@plumbline/demo';
import { addMonths, formatDay, type Day } from '@plumbline/domain/calendar';
import { loadPack } from '@plumbline/policies';
import { addAccount, hashPassword } from '../sign-in/accounts.ts';
import type { Auth } from '../sign-in/auth.ts';
import { loadFocusGroup } from './load-focus-group.ts';

export interface DemonstrationOptions {
  readonly database: Database;
  readonly auth: Auth;
  readonly today: Day;
  readonly size: CouncilSize;
  readonly seed: number;
  readonly password: string;
  /** Seals what a focus group of the demonstration said. */
  readonly safe: RootSafe;
  readonly say: (line: string) => void;
}

/** Which invented councils a demonstration is to have. */
export function wantedCouncils(packIds: readonly string[] | undefined): readonly DemoCouncil[] {
  return DEMO_COUNCILS.filter(({ packId }) => packIds === undefined || packIds.includes(packId));
}

/**
 * Makes one invented council with its own policy, and accounts for the people one can sign in as. What is there already is
 * left as it is, so that a start which was broken off is finished by the next one, and of two starts at once one makes it.
 */
export async function loadDemonstration(options: DemonstrationOptions, council: DemoCouncil): Promise<void> {
  await alone(options.database, 'demonstration', () => loadWhatIsMissing(options, council));
}

async function loadWhatIsMissing(options: DemonstrationOptions, council: DemoCouncil): Promise<void> {
  const existing = await findCouncil(options.database, council.id);
  if (existing === null) options.say(`Making ${council.name}: ${council.note}`);
  const councilId = existing?.id ?? (await loadCouncil(options, council));
  const { missing, halfMade } = await accountsOf(options, demoCast(council.packId));
  const { internalAdapter } = await options.auth.$context;
  for (const userId of halfMade) await internalAdapter.deleteUser(userId);
  if (missing.length === 0) return;
  const passwordHash = await hashPassword(options.auth, options.password);
  for (const { username, name, email, personRef, roles } of missing) {
    const account = {
      username,
      name,
      email,
      councilId,
      person: personRef,
      roles,
      // Before anything of the demonstration that one of them did.
      fromOn: formatDay(addMonths(options.today, -12)),
    };
    await addAccount(options.auth, options.database, account, passwordHash);
  }
}

/** Whether a council is there with an account for everybody of its cast. */
export async function isComplete(options: DemonstrationOptions, council: DemoCouncil): Promise<boolean> {
  if ((await findCouncil(options.database, council.id)) === null) return false;
  return (await accountsOf(options, demoCast(council.packId))).missing.length === 0;
}

/** Those who cannot sign in yet, and accounts whose making was broken off before they had their place here. */
async function accountsOf(
  { auth, database, today }: DemonstrationOptions,
  cast: readonly CastMember[],
): Promise<{ missing: CastMember[]; halfMade: string[] }> {
  const { adapter } = await auth.$context;
  const found = await adapter.findMany<{ id: string; username: string }>({
    model: 'user',
    where: [{ field: 'username', operator: 'in', value: cast.map((member) => member.username) }],
  });
  const known = new Set<string>();
  const halfMade: string[] = [];
  for (const { id, username } of found) {
    if ((await membershipsOf(database, id, formatDay(today))).length > 0) known.add(username);
    else halfMade.push(id);
  }
  return { missing: cast.filter((member) => !known.has(member.username)), halfMade };
}

async function loadCouncil(
  { database, safe, seed, size, today }: DemonstrationOptions,
  { id: slug, name, packId }: DemoCouncil,
): Promise<string> {
  const council = { id: randomUUID(), slug, name, isDemonstration: true };
  const pack = loadPack(packId);
  const facts = makeCouncil({ seed, packId, size, today: formatDay(today) });
  await seedCouncil(database, {
    council,
    pack,
    facts,
    actor: 'system',
    openUntil: formatDay(addMonths(today, 7)),
    isBackdated: true,
  });
  if (packId === 'wirral')
    await loadFocusGroup({
      database,
      safe,
      councilId: council.id,
      facts,
      cast: demoCast(packId),
      today,
      policyVersion: pack.version,
    });
  return council.id;
}
