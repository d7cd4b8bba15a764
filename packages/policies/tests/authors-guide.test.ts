import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FORMS_AND_WORDS_PARTS, formsAndWordsOf } from '@plumbline/domain/policy';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadPack, PACKS_FOLDER } from '../src/load.ts';

const GUIDE = join(PACKS_FOLDER, '../../docs/policy-authors/templates.md');

let folder = '';

/** Kent's rules with the examples of the guide for authors in place of its forms and words, one file for each example. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'guide-'));
  cpSync(join(PACKS_FOLDER, 'kent'), join(folder, 'kent'), { recursive: true });
  for (const part of ['forms', 'words']) {
    rmSync(join(folder, 'kent', part), { recursive: true });
    mkdirSync(join(folder, 'kent', part));
  }
  const blocks = [...readFileSync(GUIDE, 'utf8').matchAll(/^```yaml\n([\s\S]*?)^```$/gm)];
  blocks.forEach(([, text], n) => writeFileSync(join(folder, 'kent', 'words', `example-${n}.yaml`), text ?? ''));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('every list of forms and words has an example that is read as it stands', () => {
  const all = formsAndWordsOf(loadPack('kent', folder));
  expect(FORMS_AND_WORDS_PARTS.filter((part) => all[part].length === 0)).toEqual([]);
});

test('a slip in a list is named with its file and place, and a list that there is not is refused', () => {
  writeFileSync(join(folder, 'kent', 'forms', 'more.yaml'), 'agendas: [{ id: one, title: One }]\nsongs: []\n');
  expect(() => loadPack('kent', folder)).toThrow(/kent\/forms\/more\.yaml, songs: A file here holds lists called templates/);
  writeFileSync(join(folder, 'kent', 'forms', 'more.yaml'), 'agendas: [{ id: one, title: One }]\n');
  expect(() => loadPack('kent', folder)).toThrow(/kent\/forms\/more\.yaml, agendas\.0\.clause/);
});
