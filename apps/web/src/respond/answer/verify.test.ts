import { constants, createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { instrumentHash, manifestHash, standardInstrument, type BoxRound, type Manifest } from '@plumbline/domain/surveys';
import type { LocalDate } from '@plumbline/domain/calendar';
import { describe, expect, it } from 'vitest';
import { cellOf, checkRound, receiptOf } from './verify.ts';

function group(id: string): { readonly privateKey: KeyObject; readonly cell: Manifest['cells'][number] } {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const fingerprint = createHash('sha256').update(spki).digest('hex');
  const cell = {
    id,
    label: id,
    roleFamilies: ['manager' as const],
    headCount: 12,
    publicKey: spki.toString('base64'),
    fingerprint,
  };
  return { privateKey, cell };
}

const [one, two, stranger] = [group('c1'), group('c2'), group('c1')];

function roundWith(cells: Manifest['cells']): BoxRound {
  const manifest: Manifest = {
    format: 1,
    council: 'Marlhaven',
    roundId: 'r1',
    title: 'Supervision',
    opensOn: '2026-11-23' as LocalDate,
    closesOn: '2026-12-11' as LocalDate,
    instrumentHash: instrumentHash(standardInstrument),
    codeVersion: 'test',
    cells,
  };
  return { manifest, manifestHash: manifestHash(manifest), instrument: standardInstrument, isOpen: true };
}

function ticketBy(key: KeyObject) {
  const token = Buffer.alloc(64, 5);
  const signature = sign('sha384', token, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 });
  return { roundId: 'r1', token: token.toString('base64url'), signature: signature.toString('base64url') };
}

describe('checkRound', () => {
  const round = roundWith([one.cell, two.cell]);

  it('agrees with what the server worked out by other means', async () => {
    expect(await checkRound(round, 'r1', null)).toBeNull();
    expect(await checkRound(round, 'r1', round.manifestHash)).toBeNull();
  });

  it('stops at another manifest than was promised, or than its own fingerprint says', async () => {
    const other = roundWith([stranger.cell, two.cell]);
    expect(await checkRound(other, 'r1', round.manifestHash)).toBe('other-manifest');
    expect(await checkRound({ ...other, manifestHash: round.manifestHash }, 'r1', null)).toBe('other-manifest');
    expect(await checkRound(round, 'another-round', null)).toBe('other-manifest');
  });

  it('stops at other questions and at a key without its fingerprint', async () => {
    const instrument = { ...standardInstrument, items: standardInstrument.items.slice(1) };
    expect(await checkRound({ ...round, instrument }, 'r1', null)).toBe('other-instrument');
    expect(await checkRound(roundWith([{ ...one.cell, publicKey: stranger.cell.publicKey }]), 'r1', null)).toBe('other-key');
  });
});

describe('cellOf', () => {
  const { manifest } = roundWith([one.cell, two.cell]);

  it('is the group whose key made the signature', async () => {
    expect((await cellOf(manifest, ticketBy(one.privateKey)))?.id).toBe('c1');
    expect((await cellOf(manifest, ticketBy(two.privateKey)))?.id).toBe('c2');
  });

  it('is none for a key made for one person alone, or for another token', async () => {
    expect(await cellOf(manifest, ticketBy(stranger.privateKey))).toBeNull();
    const token = Buffer.alloc(64, 6).toString('base64url');
    expect(await cellOf(manifest, { ...ticketBy(one.privateKey), token })).toBeNull();
  });
});

describe('receiptOf', () => {
  it('is the SHA-256 of the token', async () => {
    const token = Buffer.alloc(64, 5);
    expect(await receiptOf(token.toString('base64url'))).toBe(createHash('sha256').update(token).digest('hex'));
  });
});
