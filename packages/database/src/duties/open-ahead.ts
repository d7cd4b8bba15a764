import { formatDay, type Day } from '@plumbline/domain/calendar';
import { inCouncil, type Database } from '../access/database.ts';
import { writeAudit } from '../council/audit.ts';
import { rebuildFigures } from './figures.ts';
import { isOfOlderEngine, keepOpenUntil, makingOf, noteEngine } from './making.ts';
import { lockCouncil } from './rebuild-duties.ts';
import { replaceEverybody, type Replaced } from './replace-everybody.ts';

/** What opens by the calendar is opened this many days ahead of the day on which it is looked at. */
export const OPENED_AHEAD_DAYS = 200;
/** It is opened further once less than this is left: every night would be work for nothing. */
const OPENED_AGAIN_BELOW_DAYS = 170;
/** More than anything on a page looks ahead: until so little is left, nobody can see that no night has looked. */
export const SEEN_AHEAD_DAYS = 100;

/**
 * Opens what opens by the calendar (the next quarter's) well ahead of a day, and makes everything again that an older engine
 * made. Done twice it changes nothing the second time; not done for some nights, it changes nothing that anybody sees.
 */
export async function openAhead(db: Database, councilId: string, today: Day, actor = 'system'): Promise<Replaced> {
  if (await isFresh(db, councilId, today, OPENED_AGAIN_BELOW_DAYS)) return { subjects: 0, differences: 0 };
  return await inCouncil(db, councilId, async (tx) => {
    await lockCouncil(tx);
    // Somebody else may have done it while this waited for the locks.
    const before = await makingOf(tx);
    const isOld = await isOfOlderEngine(tx);
    if (before === null || (!isOld && reaches(before.keptUntil, today, OPENED_AGAIN_BELOW_DAYS)))
      return { subjects: 0, differences: 0 };
    const wanted = formatDay(today + OPENED_AHEAD_DAYS);
    const openUntil = before.keptUntil !== null && before.keptUntil > wanted ? before.keptUntil : wanted;
    await keepOpenUntil(tx, openUntil);
    const replaced = await replaceEverybody(tx, { ...before, openUntil });
    if (isOld) await rebuildFigures(tx);
    if (isOld) await noteEngine(tx);
    await writeAudit(tx, { actor, action: 'duties.open-ahead', counts: { ...replaced } });
    return replaced;
  });
}

/** Whether what is stored for a council was made by this engine and reaches so many days beyond a day. */
export async function isFresh(db: Database, councilId: string, today: Day, daysAhead = SEEN_AHEAD_DAYS): Promise<boolean> {
  return await inCouncil(db, councilId, async (tx) => {
    const making = await makingOf(tx);
    return making === null || (reaches(making.keptUntil, today, daysAhead) && !(await isOfOlderEngine(tx)));
  });
}

function reaches(until: string | null, today: Day, daysAhead: number): boolean {
  return until !== null && until >= formatDay(today + daysAhead);
}
