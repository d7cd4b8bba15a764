import { createHash, createPublicKey, generateKeyPairSync, privateDecrypt, constants, verify, type KeyObject } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { OtherKeyError, takeLink } from './take-link.ts';

function group(): { privateKey: KeyObject; publicKey: string; fingerprint: string } {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const spki = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
  return {
    privateKey,
    publicKey: spki.toString('base64'),
    fingerprint: createHash('sha256').update(spki).digest('hex'),
  };
}

/** Signs blindly with nothing but the system's own RSA, as the register does. */
function signBlind(privateKey: KeyObject, blinded: string): string {
  return privateDecrypt({ key: privateKey, padding: constants.RSA_NO_PADDING }, Buffer.from(blinded, 'base64url')).toString(
    'base64url',
  );
}

describe('takeLink', () => {
  it('gives a ticket that the system’s own RSA-PSS verifies, of which the signer saw nothing', async () => {
    const cell = group();
    const seen: string[] = [];
    const ticket = await takeLink('r1', cell, async (_, blinded) => {
      seen.push(blinded);
      return signBlind(cell.privateKey, blinded);
    });
    const token = Buffer.from(ticket.token, 'base64url');
    expect(token.length).toBe(64);
    const key = {
      key: createPublicKey(cell.privateKey),
      padding: constants.RSA_PKCS1_PSS_PADDING,
      saltLength: 48,
    };
    expect(verify('sha384', token, key, Buffer.from(ticket.signature, 'base64url'))).toBe(true);
    expect(seen).toHaveLength(1);
    expect(seen[0]).not.toContain(ticket.signature);
  });

  it('does not ask where the key is another than the published one', async () => {
    const [mine, other] = [group(), group()];
    const asked: string[] = [];
    const ask = async (_: string, blinded: string): Promise<string> => {
      asked.push(blinded);
      return signBlind(other.privateKey, blinded);
    };
    await expect(takeLink('r1', { ...mine, publicKey: other.publicKey }, ask)).rejects.toBeInstanceOf(OtherKeyError);
    expect(asked).toEqual([]);
    await expect(takeLink('r1', mine, ask)).rejects.toThrow('invalid signature');
  });
});
