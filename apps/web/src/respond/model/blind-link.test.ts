import { createHash, createPublicKey, generateKeyPairSync, privateDecrypt, constants, verify, type KeyObject } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { blindNew, OtherKeyError, unblind } from './blind-link.ts';

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

describe('a blinded link', () => {
  it('becomes a ticket that the system’s own RSA-PSS verifies, of which the signer saw nothing', async () => {
    const cell = group();
    const { blinded, secret } = await blindNew(cell);
    const ticket = await unblind(cell, secret, signBlind(cell.privateKey, blinded));
    const token = Buffer.from(ticket.token, 'base64url');
    expect(token.length).toBe(64);
    const key = {
      key: createPublicKey(cell.privateKey),
      padding: constants.RSA_PKCS1_PSS_PADDING,
      saltLength: 48,
    };
    expect(verify('sha384', token, key, Buffer.from(ticket.signature, 'base64url'))).toBe(true);
    expect([secret.token, secret.inverse, ticket.signature]).not.toContain(blinded);
  });

  it('is blinded for no key without its fingerprint, and takes no signature of another key', async () => {
    const [mine, other] = [group(), group()];
    await expect(blindNew({ ...mine, publicKey: other.publicKey })).rejects.toBeInstanceOf(OtherKeyError);
    const { blinded, secret } = await blindNew(mine);
    const below = Buffer.from(blinded, 'base64url');
    // Below the other key's modulus as well, so that it can sign at all.
    below.writeUInt8(0, 0);
    const signed = signBlind(other.privateKey, below.toString('base64url'));
    await expect(unblind(mine, secret, signed)).rejects.toThrow('invalid signature');
  });
});
