import { describe, expect, it } from 'vitest';
import { askingOf, beginningOf, readAsking, readFragment, signedOf } from './ticket.ts';

const roundId = '7b2f4f0e-0000-4000-8000-000000000000';
const token = Buffer.alloc(64, 7).toString('base64url');
const signature = Buffer.alloc(256, 9).toString('base64url');
const manifestHash = 'ab'.repeat(32);

describe('the address of the answering page', () => {
  it('says with which group a link is begun, and brings a signature back', () => {
    const beginning = { roundId, device: 'shared', manifestHash, cell: 'c12' } as const;
    expect(readFragment(beginningOf(beginning))).toEqual({ step: 'begin', ...beginning });
    expect(readFragment(signedOf({ roundId, signature }))).toEqual({ step: 'signed', roundId, signature });
  });

  it('may hold a whole link that was carried by hand, a round only, or nothing', () => {
    const ticket = { roundId, token, signature };
    expect(readFragment(`#${roundId}.${token}.${signature}`)).toEqual({ ticket, device: null, manifestHash: null });
    expect(readFragment(`#${roundId}`)).toEqual({ roundId });
    expect(readFragment('')).toBeNull();
    expect(readFragment('#')).toBeNull();
  });

  it.each([
    `#${roundId}.${token}.${signature.slice(0, -8)}`,
    `#${roundId}.${token.slice(1)}!.${signature}`,
    `#${roundId}.${token}.${signature}.own`,
    `#${roundId}.begin.theirs.${manifestHash}.c1`,
    `#${roundId}.begin.own.${manifestHash.slice(2)}.c1`,
    `#${roundId}.begin.own.${manifestHash}.`,
    `#${roundId}.signed.${signature.slice(0, -8)}`,
    '#a b',
  ])('tells a cut-off or altered one from none at all', (fragment) => {
    expect(readFragment(fragment)).toBe('damaged');
  });
});

describe('the address of the link page', () => {
  it('names a round, and what is to be signed once that is known', () => {
    expect(readAsking(`#${roundId}`)).toEqual({ roundId, blinded: null });
    expect(readAsking(askingOf(roundId, signature))).toEqual({ roundId, blinded: signature });
    expect(readAsking(`#${roundId}.cut`)).toEqual({ roundId, blinded: null });
  });
});
