import { inCouncil } from '@plumbline/database';
import type { PackId } from '@plumbline/demo';
import { formatDay, formatInstant, londonInstant, toDay } from '@plumbline/domain/calendar';
import { openTestDatabase, type TestDatabase } from '@plumbline/database/testing';
import { Dice } from '../histories/quick/dice.ts';
import { askProduct } from './ask-product.ts';
import { fillAsKnown, makeEmptyCouncil } from './known-then.ts';
import { LAST_DAY, makeRecountCouncil } from './recount-council.ts';
import { countService, type Figures, type Moment } from './second-count.ts';
import { countImpact } from './second-impact.ts';

/** One date that was asked about, and where the product and the second count differ. */
export interface Recounted {
  readonly question: string;
  readonly figures: number;
  /** How many of them are not 0. */
  readonly above: number;
  /** Such as `team T3 own overdue: 4 on the page, 5 counted`. */
  readonly differences: readonly string[];
}

/** How many dates are asked about in one invented council before the next. */
const IN_A_COUNCIL = 250;
const PACKS: readonly PackId[] = ['wirral', 'bcp', 'kent', 'shropshire'];
const FIRST_DAY = '2022-06-01';

/**
 * Asks the product for the figures of so many random dates and counts each again by queries of its own. `atOnce` dates are asked about with
 * what was known on one random day, because a council is made of that: the first two take it for today, once for the service page and once
 * for the impact page; of the others every second is a day as known then, and every second a day as known now. `spoil` is a statement that
 * makes what is stored for that day wrong, to see that it is noticed.
 */
export async function* recount(dates: number, seed: number, atOnce: number, spoil?: string): AsyncGenerator<Recounted> {
  const dice = new Dice(seed);
  const test = await openTestDatabase();
  try {
    for (let done = 0; done < dates; done += IN_A_COUNCIL) {
      const packId = PACKS[(done / IN_A_COUNCIL) % PACKS.length] ?? 'wirral';
      yield* inOneCouncil(test, packId, seed + done, { dates: Math.min(IN_A_COUNCIL, dates - done), atOnce, dice, spoil });
    }
  } finally {
    await test.close();
  }
}

interface Turn {
  readonly dates: number;
  readonly atOnce: number;
  readonly dice: Dice;
  readonly spoil: string | undefined;
}

async function* inOneCouncil(
  { db }: TestDatabase,
  packId: PackId,
  seed: number,
  { dates, atOnce, dice, spoil }: Turn,
): AsyncGenerator<Recounted> {
  const council = await makeRecountCouncil(db, packId, seed);
  const then = await makeEmptyCouncil(db, council);
  const product = askProduct(db, council, LAST_DAY);
  const [first, last] = [toDay(FIRST_DAY), toDay(LAST_DAY) - 1];
  let knownOn = '';
  const anyDay = (): string => formatDay(dice.between(first, last));
  for (let done = 0; done < dates; done += 1) {
    const place = done % atOnce;
    if (place === 0) await prepare((knownOn = anyDay()));
    if (place === 0) yield await asToday(knownOn);
    else if (place === 1) yield await impactToday(knownOn);
    else yield await (place % 2 === 0 ? asKnownThen(anyDay(), knownOn) : asKnownNow(anyDay()));
  }

  async function prepare(known: string): Promise<void> {
    await fillAsKnown(db, council, then, known);
    if (spoil !== undefined) await inCouncil(db, then, (tx) => tx.sql.unsafe(spoil));
  }

  async function asKnownThen(on: string, known: string): Promise<Recounted> {
    const counted = await countService(db, then, endOf(on));
    return compare(`${packId}: ${on} as known on ${known}`, await product.service(on, known), counted);
  }

  async function asKnownNow(on: string): Promise<Recounted> {
    return compare(`${packId}: ${on} as known now`, await product.service(on, null), await countService(db, council, endOf(on)));
  }

  async function asToday(today: string): Promise<Recounted> {
    const asked = askProduct(db, then, today);
    const counted = await countService(db, then, { on: today, at: asked.now });
    return compare(`${packId}: today, ${today}`, await asked.service(null, null), counted);
  }

  async function impactToday(today: string): Promise<Recounted> {
    const asked = askProduct(db, then, today);
    const { figures, before, since } = await asked.impact();
    const counted = await countImpact(db, then, { before, since, today, now: asked.now });
    return compare(`${packId}: impact on ${today}`, figures, counted);
  }
}

/** The last minute of a day in London. */
function endOf(on: string): Moment {
  return { on, at: formatInstant(londonInstant(toDay(on) + 1, 0) - 1) };
}

/** What neither names is 0 on both sides and no figure. */
function compare(question: string, shown: Figures, counted: Figures): Recounted {
  const names = [...new Set([...shown.keys(), ...counted.keys()])];
  const differences = names.flatMap((name) => {
    const [page, rows] = [shown.get(name) ?? 0, counted.get(name) ?? 0];
    return page === rows ? [] : [`${name}: ${page} on the page, ${rows} counted`];
  });
  const above = names.filter((name) => (counted.get(name) ?? 0) > 0).length;
  return { question, figures: names.length, above, differences };
}
