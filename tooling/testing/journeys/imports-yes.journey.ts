import { asCsv } from '@plumbline/demo';
import type { FactOf } from '@plumbline/domain/facts';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { startJourney } from './_journey.ts';
import { look } from './pages/arrive.ts';
import { NewImportPage, type GivenFile, type ImportPage } from './pages/import-pages.ts';

const journey = startJourney();
const DRY_RUN = 'Dry run: nothing is recorded yet';

type Pair = FactOf<'supervision-pair'>;

const fileOf = (name: string, pairs: readonly Pair[]): GivenFile => ({ name, text: asCsv('supervision-pair', pairs) });

async function bring(page: Page, file: GivenFile): Promise<ImportPage> {
  const read = await (await NewImportPage.open(page, 'supervision-pair', 'supervision pairs')).bring(file);
  await read.waitsAt(DRY_RUN, 'import-dry-run');
  return read;
}

const addressOf = (page: Page): string => new URL(page.url()).pathname;

describe('a file that needs a yes', () => {
  test('one that leaves half of a list out is applied only after somebody says that it is right', async () => {
    const { page } = await journey.signedIn('administrator');
    const pairs = journey.server.facts()['supervision-pair'];
    const half = pairs.filter((pair, i) => pair.to !== null || i % 2 === 0);
    const left = pairs.length - half.length;
    const file = await bring(page, fileOf('half.csv', half));
    const concern = file.main.getByRole('region', { name: 'Before this file is applied' });
    await expect.poll(() => concern.innerText()).toMatch(new RegExp(`does not list ${left}, and they would end`));
    await file.press(/^Apply /);
    const box = concern.getByRole('checkbox', { name: `Yes, these ${left} have ended` });
    await box.and(page.locator(':focus')).waitFor();
    await expect.poll(() => concern.innerText()).toContain('Tick this to apply the file all the same.');
    await look(page, 'import-needs-yes');
    // The focus stands on the box: the key that ticks it is at hand.
    await page.keyboard.press('Space');
    expect(await file.apply()).toMatch(new RegExp(`^Recorded: ${left} ended\\.`));
  });

  test('one that is older than what was applied meanwhile says so, and shows what it would change now', async () => {
    const { page } = await journey.signedIn('administrator');
    const pairs = journey.server.facts()['supervision-pair'];
    const [first] = pairs.filter((pair) => pair.to !== null);
    const changed = (to: string): Pair[] => pairs.map((pair) => (pair === first ? { ...pair, to } : pair));
    const on = first?.from ?? '';
    const older = await bring(page, fileOf('monday.csv', changed(on)));
    const place = addressOf(page);
    const newer = await bring(
      page,
      fileOf(
        'tuesday.csv',
        pairs.map((pair) => (pair === first ? { ...pair, to: first.to } : pair)),
      ),
    );
    expect(await newer.sentence()).toMatch(/^Applying this file would record/);
    await sayYes(newer);
    await newer.apply();

    await page.goto(place);
    await older.waitsAt(DRY_RUN, 'import-older');
    await sayYes(older);
    await older.press(/^Apply /);
    const concerns = older.main.getByRole('region', { name: 'Before this file is applied' });
    await concerns.getByText('“tuesday.csv” also holds supervision pairs.').waitFor({ timeout: 60_000 });
    await concerns.getByText('What this file would change is not what was shown before').waitFor();
    await look(page, 'import-overtaken');
    await sayYes(older);
    await older.apply();
  });
});

/** Ticks everything that is asked. */
async function sayYes(file: ImportPage): Promise<void> {
  for (const box of await file.main.getByRole('checkbox').all()) await box.check();
}
