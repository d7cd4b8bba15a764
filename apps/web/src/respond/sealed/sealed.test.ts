import { createDecipheriv, hkdfSync, pbkdf2Sync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { newCode, placeOf, readCode } from './code.ts';
import { seal, unseal } from './padded.ts';

describe('codes', () => {
  it('are sixteen signs that cannot be misread, different each time', () => {
    const codes = Array.from({ length: 200 }, newCode);
    for (const code of codes) expect(code).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(new Set(codes).size).toBe(200);
  });

  it('are read as people type them', () => {
    expect(readCode(' k7qm 2r4x-9tbdhw3p ')).toBe('K7QM-2R4X-9TBD-HW3P');
    expect(readCode('OIL0-0000-0000-0000')).toBe('0110-0000-0000-0000');
    expect(readCode('K7QM-2R4X-9TBD')).toBeNull();
    expect(readCode('K7QM-2R4X-9TBD-HW3U')).toBeNull();
  });
});

describe('what lies under a code', () => {
  it('is where and as sealed as another implementation of the same standards says', async () => {
    const code = 'K7QM-2R4X-9TBD-HW3P';
    const stretched = pbkdf2Sync(code, 'plumbline carry-over 1', 600_000, 32, 'sha256');
    const place = await placeOf(code);
    expect(place.address).toBe(Buffer.from(hkdfSync('sha256', stretched, '', 'address', 32)).toString('hex'));
    expect(place.key.extractable).toBe(false);

    const sealed = await seal(place.key, 'a few words');
    const key = Buffer.from(hkdfSync('sha256', stretched, '', 'key', 32));
    const opening = createDecipheriv('aes-256-gcm', key, sealed.slice(0, 12));
    opening.setAuthTag(sealed.slice(-16));
    const opened = Buffer.concat([opening.update(sealed.slice(12, -16)), opening.final()]).toString();
    expect(opened.trimEnd()).toBe('a few words');
    expect(await unseal(place.key, sealed)).toBe('a few words');
  });

  it('does not open with another code, and its length says nothing', async () => {
    const [one, other] = await Promise.all([placeOf(newCode()), placeOf(newCode())]);
    const short = await seal(one.key, 'x');
    const long = await seal(one.key, 'é'.repeat(2000));
    expect(await unseal(other.key, short)).toBeNull();
    expect(long.length).toBe(short.length);
  });
});
