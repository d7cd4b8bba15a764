import { randomUUID } from 'node:crypto';
import { FACT_KIND_NAMES, type AnyFact, type Facts } from '@plumbline/domain/facts';
import type { PolicyPack } from '@plumbline/domain/policy';
import { inCouncil, type CouncilTransaction, type Database } from '../access/database.ts';
import { writeAudit } from '../council/audit.ts';
import { publishPolicy } from '../council/policies.ts';
import type { Council } from '../council/councils.ts';
import { keepOpenUntil, makingOf } from '../duties/making.ts';
import { lockCouncil } from '../duties/rebuild-duties.ts';
import { replaceEverybody } from '../duties/replace-everybody.ts';
import { backdateFacts } from './backdate-facts.ts';
import { applyOutcomes, classifyImport, type ImportRow } from './merge-import.ts';

export interface Seed {
  readonly council: Council;
  readonly pack: PolicyPack;
  readonly facts: Facts;
  readonly actor: string;
  /** The day up to which duties that open by the calendar are made. */
  readonly openUntil: string;
  /** Whether facts were known from about when they happened, as a demonstration wants it, rather than from now on. */
  readonly isBackdated?: boolean;
}

/** Makes a council with its policy and all its facts at once, for demonstrations and tests: one transaction, duties made once. */
export async function seedCouncil(db: Database, seed: Seed): Promise<{ facts: number; duties: number }> {
  return await inCouncil(db, seed.council.id, async (tx) => {
    const { council, actor } = seed;
    await tx.sql`insert into council (id, slug, name, is_demonstration) values (${council.id}, ${council.slug}, ${council.name}, ${council.isDemonstration})`;
    await lockCouncil(tx);
    const facts = await seedFacts(tx, seed);
    await publishPolicy(tx, { pack: seed.pack, publishedBy: actor });
    await keepOpenUntil(tx, seed.openUntil);
    const making = await makingOf(tx);
    const duties = making === null ? 0 : (await replaceEverybody(tx, making)).differences;
    if (seed.isBackdated === true) await backdateFacts(tx);
    await writeAudit(tx, { actor, action: 'councils.seed', counts: { facts, duties } });
    return { facts, duties };
  });
}

async function seedFacts(tx: CouncilTransaction, { facts, actor }: Seed): Promise<number> {
  for (const [kind, fromOn] of Object.entries(facts.feeds))
    await tx.sql`insert into feed (council_id, kind, from_on, known_from) values (${tx.councilId}, ${kind}, ${fromOn ?? null}, '-infinity')`;
  let count = 0;
  for (const kind of FACT_KIND_NAMES) {
    const options = {
      importId: randomUUID(),
      kind,
      rows: numbered(facts[kind] as readonly AnyFact[]),
      isFullExtract: false,
      extractOn: '1970-01-01',
      actor,
    };
    const problems = await applyOutcomes(tx, await classifyImport(tx, options), options);
    if (problems.length > 0)
      throw new Error(`Facts of the kind "${kind}" overlap: row ${problems[0]?.row} and ${problems[0]?.other}.`);
    count += facts[kind].length;
  }
  return count;
}

function* numbered(facts: readonly AnyFact[]): Generator<ImportRow> {
  for (const [i, values] of facts.entries()) yield { row: i + 1, values };
}
