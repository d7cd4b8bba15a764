import { fullForm, instrumentHash, pulseOf } from '@plumbline/domain/surveys';
import { loadPack } from '@plumbline/policies';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addDesignVersion,
  changeDesign,
  createDesign,
  findDesign,
  findDesignVersion,
  inCouncil,
  listDesigns,
  listDesignVersions,
} from '../src/index.ts';
import { openTestDatabase, seedTestCouncil, type TestDatabase } from '../src/testing/index.ts';
import { smallWorld } from './_world.ts';

let test: TestDatabase;
let council: string;
let other: string;
const id = '6f0c1c0e-8f0e-4c55-9d0a-0d2f4f3c9a01';

beforeAll(async () => {
  test = await openTestDatabase();
  council = await seedTestCouncil(test.db, smallWorld(2), loadPack('wirral'));
  other = await seedTestCouncil(test.db, smallWorld(3), loadPack('wirral'));
  await inCouncil(test.db, council, (tx) => createDesign(tx, { id, origin: 'full', draft: fullForm, by: 'M1' }));
});
afterAll(() => test.close());

describe('survey designs', () => {
  it('come back as they were written, and count their saves', async () => {
    await inCouncil(test.db, council, async (tx) => {
      const design = await findDesign(tx, id, true);
      expect(design).toMatchObject({ version: 1, state: 'open', draftFrom: null, createdBy: 'M1', draft: fullForm });
      await changeDesign(tx, design!, { by: 'M2', draft: { ...pulseOf(fullForm), title: 'A short look' } });
      expect(await findDesign(tx, id)).toMatchObject({ version: 2, title: 'A short look', updatedBy: 'M2', createdBy: 'M1' });
    });
  });

  it('are published as versions that can only be added', async () => {
    await inCouncil(test.db, council, async (tx) => {
      const design = (await findDesign(tx, id, true))!;
      const contentHash = instrumentHash(fullForm);
      await addDesignVersion(tx, design, { number: 1, instrument: fullForm, contentHash, by: 'M1' });
      expect(await findDesignVersion(tx, id, 1)).toMatchObject({ number: 1, basedOn: null, contentHash, instrument: fullForm });
      expect((await listDesignVersions(tx, null)).map(({ designId, number }) => [designId, number])).toEqual([[id, 1]]);
    });
    for (const change of [
      'update survey_design_version set number = 2',
      'delete from survey_design_version',
      'delete from survey_design',
    ])
      await expect(inCouncil(test.db, council, (tx) => tx.sql.unsafe(change))).rejects.toThrow(/permission denied/);
  });

  it('are seen by their own council alone, and listed until they are put aside', async () => {
    await inCouncil(test.db, other, async (tx) => {
      expect(await findDesign(tx, id)).toBeNull();
      expect(await findDesignVersion(tx, id, 1)).toBeNull();
      expect(await listDesigns(tx)).toEqual([]);
    });
    await inCouncil(test.db, council, async (tx) => {
      expect(await listDesigns(tx)).toHaveLength(1);
      await changeDesign(tx, (await findDesign(tx, id, true))!, { by: 'M1', state: 'discarded' });
      expect(await listDesigns(tx)).toEqual([]);
      expect(await findDesignVersion(tx, id, 1)).not.toBeNull();
    });
  });
});
