import type { InspectionPack } from '@plumbline/analytics/impact';
import { expect, test } from 'vitest';
import type { PackAsked } from './make-pack.ts';
import { makePackDesk } from './pack-desk.ts';

const ASKED = { council: { id: 'C', name: 'C' }, moment: { madeOn: '', asOf: '', knownAt: '' } } satisfies PackAsked;

test('says how far a pack is while it is worked out, and forgets it when it is done or has failed', async () => {
  const pack = { format: 1 } as InspectionPack;
  const waits = Promise.withResolvers<InspectionPack>();
  const desk = makePackDesk((_asked, onProgress) => {
    onProgress(0.4);
    return waits.promise;
  });
  expect(desk.progress('a')).toBeNull();
  const made = desk.make('a', ASKED);
  expect([desk.progress('a'), desk.progress('b')]).toEqual([0.4, null]);
  waits.resolve(pack);
  expect(await made).toBe(pack);
  expect(desk.progress('a')).toBeNull();
  const failing = makePackDesk(() => Promise.reject(new Error('no database')));
  await expect(failing.make('a', ASKED)).rejects.toThrow('no database');
  expect(failing.progress('a')).toBeNull();
});
