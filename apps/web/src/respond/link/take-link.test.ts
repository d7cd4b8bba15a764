import { createHash, createPublicKey, generateKeyPairSync, privateDecrypt, constants, verify, type KeyObject } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { blindNew, OtherKeyError, takeLink } from './take-link.ts';

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
    const ticket = await takeLink('r1', await blindNew(cell), async (_, blinded) => {
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

  it('does not cost the link where the register signed and its answer was lost: the same value is brought again', async () => {
    const cell = group();
    const made = await blindNew(cell);
    let signed: string | null = null;
    let answers = 0;
    // As the register does: one value a person, and the same one as often as it is asked for.
    const ask = async (_: string, blinded: string): Promise<string> => {
      signed ??= blinded;
      answers += 1;
      if (signed !== blinded) throw new Error('already-recorded');
      if (answers === 1) throw new Error('unreachable');
      return signBlind(cell.privateKey, blinded);
    };
    await expect(takeLink('r1', made, ask)).rejects.toThrow('unreachable');
    expect((await takeLink('r1', made, ask)).signature).toHaveLength(342);
  });

  it('blinds nothing for a key without its fingerprint, and takes no signature of another key', async () => {
    const [mine, other] = [group(), group()];
    await expect(blindNew({ ...mine, publicKey: other.publicKey })).rejects.toBeInstanceOf(OtherKeyError);
    const ask = async (_: string, blinded: string): Promise<string> => {
      const below = Buffer.from(blinded, 'base64url');
      // Below the other key's modulus as well, so that it can sign at all.
      below.writeUInt8(0, 0);
      return signBlind(other.privateKey, below.toString('base64url'));
    };
    await expect(takeLink('r1', await blindNew(mine), ask)).rejects.toThrow('invalid signature');
  });
});
