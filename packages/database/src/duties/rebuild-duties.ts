import { inCouncil, type CouncilTransaction, type Database } from '../access/database.ts';
import { writeAudit } from '../council/audit.ts';
import { figureDifferences, FigureChanges, rebuildFigures } from './figures.ts';
import { locksFor, takeLocks } from './locks.ts';
import { keepOpenUntil, makingOf, noteEngine } from './making.ts';
import { differencesOfEverybody, replaceEverybody, type Replaced, type ReplaceOptions } from './replace-everybody.ts';

export interface RebuildOptions extends ReplaceOptions {
  readonly actor?: string;
  /** The day up to which duties that open by the calendar are made; as before where absent. */
  readonly openUntil?: string;
}

/** Takes every lock of a council: nobody else writes facts or duties until the transaction ends. */
export async function lockCouncil(tx: CouncilTransaction): Promise<void> {
  await takeLocks(tx, locksFor({ isEverybody: true, persons: [], children: [], sessions: [], context: [] }));
}

/** Makes all stored duties and monthly figures of a council again from its facts. */
export async function rebuildDuties(db: Database, councilId: string, options: RebuildOptions = {}): Promise<Replaced> {
  return await inCouncil(db, councilId, async (tx) => {
    await lockCouncil(tx);
    if (options.openUntil !== undefined) await keepOpenUntil(tx, options.openUntil);
    const making = await makingOf(tx);
    if (making === null) return { subjects: 0, differences: 0 };
    await keepOpenUntil(tx, making.openUntil);
    const replaced = await replaceEverybody(tx, making, options);
    await rebuildFigures(tx);
    await noteEngine(tx);
    await writeAudit(tx, { actor: options.actor ?? 'system', action: 'duties.rebuild', counts: { ...replaced } });
    return replaced;
  });
}

export interface DutyCheck {
  readonly subjects: number;
  /** Stored duties, responsibilities and monthly figures that are not what the facts give. */
  readonly differences: number;
  /** The first few, by what identifies them. */
  readonly examples: readonly string[];
}

/** Works out everything due again and compares it with what is stored. Anything but 0 differences is a bug. */
export async function checkDuties(db: Database, councilId: string): Promise<DutyCheck> {
  return await inCouncil(db, councilId, async (tx) => {
    await lockCouncil(tx);
    const making = await makingOf(tx);
    if (making === null) return { subjects: 0, differences: 0, examples: [] };
    const examples: string[] = [];
    let differences = 0;
    const ignored = new FigureChanges();
    for await (const difference of differencesOfEverybody(tx, making, ignored)) {
      differences += difference.count;
      examples.push(...difference.examples());
    }
    const figures = await figureDifferences(tx);
    const [count] = await tx.sql<
      { subjects: number }[]
    >`select count(distinct (kind, ref)) as subjects from responsibility where council_id = ${councilId}`;
    return {
      subjects: Number(count?.subjects ?? 0),
      differences: differences + figures.length,
      examples: [...examples, ...figures].slice(0, 20),
    };
  });
}
