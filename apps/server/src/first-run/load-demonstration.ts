import { randomUUID } from 'node:crypto';
import { backdateFacts, inCouncil, seedCouncil, type Database } from '@plumbline/database';
import { DEMO_COUNCILS, demoCast, makeCouncil, type CouncilSize, type DemoCouncil } from '@plumbline/demo';
import { addMonths, formatDay, type Day } from '@plumbline/domain/calendar';
import { loadPack } from '@plumbline/policies';
import { addAccount, hashPassword } from '../sign-in/accounts.ts';
import type { Auth } from '../sign-in/auth.ts';

export interface DemonstrationOptions {
  readonly database: Database;
  readonly auth: Auth;
  readonly today: Day;
  readonly size: CouncilSize;
  readonly seed: number;
  readonly password: string;
  /** Which councils; all where left out. */
  readonly packIds?: readonly string[];
  readonly say: (line: string) => void;
}

/** Makes the invented councils, each with its own policy, and accounts for the people one can sign in as. */
export async function loadDemonstration(options: DemonstrationOptions): Promise<void> {
  const wanted = DEMO_COUNCILS.filter(({ packId }) => options.packIds === undefined || options.packIds.includes(packId));
  const passwordHash = await hashPassword(options.auth, options.password);
  for (const council of wanted) {
    options.say(`Making ${council.name}: ${council.note}`);
    const councilId = await loadCouncil(options, council);
    for (const { username, name, email, personRef, roles } of demoCast(council.packId)) {
      const account = {
        username,
        name,
        email,
        councilId,
        person: personRef,
        roles,
        fromOn: formatDay(addMonths(options.today, -1)),
      };
      await addAccount(options.auth, options.database, account, passwordHash);
    }
  }
}

async function loadCouncil(
  { database, seed, size, today }: DemonstrationOptions,
  { id: slug, name, packId }: DemoCouncil,
): Promise<string> {
  const council = { id: randomUUID(), slug, name, isDemonstration: true };
  const facts = makeCouncil({ seed, packId, size, today: formatDay(today) });
  await seedCouncil(database, {
    council,
    pack: loadPack(packId),
    facts,
    actor: 'system',
    openUntil: formatDay(addMonths(today, 7)),
  });
  await inCouncil(database, council.id, (tx) => backdateFacts(tx));
  return council.id;
}
