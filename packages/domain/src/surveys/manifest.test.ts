import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { manifestHash } from './manifest.ts';
import type { Manifest } from './round.ts';

it('is the SHA-256 of the manifest with its names in order, however they stood', () => {
  const cell = {
    id: 'c1',
    label: 'Everybody',
    roleFamilies: ['manager'],
    headCount: 10,
    publicKey: 'AA==',
    fingerprint: 'ff',
  } as const;
  const manifest: Manifest = {
    format: 1,
    council: 'Marlhaven',
    roundId: 'r',
    title: 'Spring',
    opensOn: '2026-06-01',
    closesOn: '2026-06-21',
    instrumentHash: '00',
    codeVersion: '0.1.0',
    cells: [cell],
  };
  const byHand =
    '{"cells":[{"fingerprint":"ff","headCount":10,"id":"c1","label":"Everybody","publicKey":"AA==","roleFamilies":["manager"]}],"closesOn":"2026-06-21","codeVersion":"0.1.0","council":"Marlhaven","format":1,"instrumentHash":"00","opensOn":"2026-06-01","roundId":"r","title":"Spring"}';
  const expected = createHash('sha256').update(byHand).digest('hex');
  expect(manifestHash(manifest)).toBe(expected);
  expect(manifestHash(Object.fromEntries(Object.entries(manifest).toReversed()) as unknown as Manifest)).toBe(expected);
  expect(manifestHash({ ...manifest, title: 'Spring ' })).not.toBe(expected);
});
