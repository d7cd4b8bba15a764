import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findTimeline, forgetOldKeys, inCouncil, listCouncils, rebuildDuties, type Database } from '@plumbline/database';
import { formatDay, toDay, type Day } from '@plumbline/domain/calendar';
import { ENGINE_VERSION } from '@plumbline/domain/rules';

/** What opens by the calendar is opened this far ahead, and looked at again long before that is used up. */
const AHEAD_DAYS = 200;
const LOOK_AGAIN_AFTER_DAYS = 30;
/** Looking is cheap. */
const BETWEEN_LOOKS_MS = 10 * 60_000;

/** With what a council's stored requirements were last made. */
interface Made {
  readonly on: string;
  readonly engine: number;
  readonly policy: string;
}

export interface DutyKeeper {
  /** Remembers that everything of the councils there are was made just now. */
  noteAllMade(): Promise<void>;
  /** Looks now, and every few minutes from then on. */
  begin(): void;
  /** Looks no more; resolves when what was begun is done. */
  end(): Promise<void>;
}

export interface DutyKeeperOptions {
  readonly database: Database;
  readonly dataFolder: string;
  readonly today: () => Day;
  readonly onFailure: (error: unknown) => void;
}

/**
 * Keeps stored requirements fresh: opens ahead what opens by the calendar, and makes all again after an update that
 * reckons otherwise. Doing it twice, late, or not at all for a night changes nothing that anybody sees.
 */
export function keepDuties(options: DutyKeeperOptions): DutyKeeper {
  const file = path.join(options.dataFolder, 'duties-made.json');
  let timer: NodeJS.Timeout | null = null;
  let working: Promise<void> = Promise.resolve();
  const look = (): void => {
    working = working.then(() => lookAtAll(options, file)).catch(options.onFailure);
  };
  return {
    async noteAllMade() {
      const made: Record<string, Made> = readMade(file);
      for (const { id } of await listCouncils(options.database)) made[id] = await nowMade(options, id);
      writeMade(file, made);
    },
    begin() {
      look();
      timer = setInterval(look, BETWEEN_LOOKS_MS);
      timer.unref();
    },
    async end() {
      if (timer !== null) clearInterval(timer);
      await working;
    },
  };
}

async function lookAtAll(options: DutyKeeperOptions, file: string): Promise<void> {
  for (const { id } of await listCouncils(options.database)) {
    try {
      await lookAtOne(options, file, id);
    } catch (error) {
      // What is wrong with one council keeps no other from being looked after.
      options.onFailure(error);
    }
  }
}

async function lookAtOne(options: DutyKeeperOptions, file: string, councilId: string): Promise<void> {
  const { database, today } = options;
  await inCouncil(database, councilId, forgetOldKeys);
  const before = readMade(file)[councilId];
  const now = await nowMade(options, councilId);
  const isFresh =
    before?.engine === now.engine && before.policy === now.policy && today() - toDay(before.on) < LOOK_AGAIN_AFTER_DAYS;
  if (isFresh) return;
  await rebuildDuties(database, councilId, { actor: 'system', openUntil: formatDay(today() + AHEAD_DAYS) });
  writeMade(file, { ...readMade(file), [councilId]: now });
}

async function nowMade({ database, today }: DutyKeeperOptions, councilId: string): Promise<Made> {
  const timeline = await inCouncil(database, councilId, (tx) => findTimeline(tx));
  return { on: formatDay(today()), engine: ENGINE_VERSION, policy: (timeline ?? []).map(({ policy }) => policy.hash).join(' ') };
}

function readMade(file: string): Record<string, Made> {
  if (!existsSync(file)) return {};
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, Made>;
}

function writeMade(file: string, made: Readonly<Record<string, Made>>): void {
  writeFileSync(`${file}.new`, JSON.stringify(made), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
