import { z } from 'zod';
import { PolicyPack } from './pack.ts';

/** The pack format as JSON Schema (draft 2020-12), for editors that check and complete YAML as it is written. */
export function packJsonSchema(): object {
  return z.toJSONSchema(PolicyPack, { io: 'input', reused: 'ref', unrepresentable: 'any' });
}
