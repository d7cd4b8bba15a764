import { describe, expect, it } from 'vitest';
import { fragmentOf, readFragment, type Ticket } from './ticket.ts';

const ticket: Ticket = {
  roundId: '7b2f4f0e-0000-4000-8000-000000000000',
  token: Buffer.alloc(64, 7).toString('base64url'),
  signature: Buffer.alloc(256, 9).toString('base64url'),
};

const HASH = 'ab'.repeat(32);

describe('the address of the answering page', () => {
  it('hands over the ticket, what was said about the device, and the fingerprint', () => {
    expect(readFragment(fragmentOf(ticket, 'shared', HASH))).toEqual({ ticket, device: 'shared', manifestHash: HASH });
    expect(readFragment(fragmentOf(ticket, null, null))).toEqual({ ticket, device: null, manifestHash: null });
  });

  it('may name a round only, or nothing', () => {
    expect(readFragment(`#${ticket.roundId}`)).toEqual({ roundId: ticket.roundId });
    expect(readFragment('')).toBeNull();
    expect(readFragment('#')).toBeNull();
  });

  it('tells a cut-off or altered link from none at all', () => {
    const whole = fragmentOf(ticket, null, null);
    expect(readFragment(whole.slice(0, -8))).toBe('damaged');
    expect(readFragment('#a b')).toBe('damaged');
    expect(readFragment(`${whole}.own`)).toBe('damaged');
    expect(readFragment(`${whole}.theirs.${HASH}`)).toBe('damaged');
    expect(readFragment(fragmentOf({ ...ticket, token: `${ticket.token.slice(1)}!` }, null, null))).toBe('damaged');
  });
});
