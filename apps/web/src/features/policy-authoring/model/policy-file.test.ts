import { expect, test } from 'vitest';
import { readPolicyFile } from './policy-file.ts';

test('a text is read as it stands', async () => {
  expect(await readPolicyFile(new File(['format: plumbline-policy/1\n'], 'a.yaml'))).toEqual({
    text: 'format: plumbline-policy/1\n',
  });
});

test('a file that is far too large is refused by its name and size before it is sent', async () => {
  expect(await readPolicyFile(new File(['x'.repeat(1_500_000)], 'large.yaml'))).toEqual({
    problem: '“large.yaml” has 1.5 MB; a policy has 0.9 MB at the most.',
  });
});

test.each([
  ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe])],
  ['a program', new Uint8Array([0x41, 0x00, 0x42])],
])('%s is no text', async (_what, bytes) => {
  expect(await readPolicyFile(new File([bytes], 'x.yaml'))).toEqual({
    problem: '“x.yaml” is no text. A policy is a text file, as YAML or JSON.',
  });
});
