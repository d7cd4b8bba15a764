import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exampleFiles } from './write-examples.ts';

describe('the sample files', () => {
  it('are what the script writes (mend with: node packages/demo/src/write-examples.ts)', () => {
    for (const [name, text] of exampleFiles()) {
      expect(readFileSync(join(import.meta.dirname, '..', 'examples', name), 'utf8'), name).toBe(text);
    }
  });
});
