import { STANDARD_CODEBOOK } from '@plumbline/domain/focus-groups';
import { expect, it } from 'vitest';
import { codebookCsv, codebookQdc } from './codebook-files.ts';
import { idInName, offerCodes, readDescription, withOffer } from './read-codebook.ts';

const [B1] = STANDARD_CODEBOOK.codes;

it('writes a line for each code, and nothing that a spreadsheet would take for a formula', () => {
  const csv = codebookCsv({ format: 1, codes: [{ ...B1!, name: '=1+1', definition: 'said "so", twice' }] });
  expect(csv.split('\r\n')[0]).toBe('code,name,definition,do not code,watch with,questions,figures,aliases,version,state');
  expect(csv).toContain(`B1,'=1+1,"said ""so"", twice"`);
  expect(codebookCsv(STANDARD_CODEBOOK).trim().split('\r\n')).toHaveLength(37);
});

it('writes a code once in REFI-QDA, with an identity that stays and its words made safe', () => {
  const qdc = codebookQdc({ format: 1, codes: [{ ...B1!, definition: 'a < b & "c"' }] });
  expect(qdc).toContain('xmlns="urn:QDA-XML:codebook:1.0"');
  expect(qdc).toContain('a &lt; b &amp; &quot;c&quot;');
  const guids = [
    ...codebookQdc(STANDARD_CODEBOOK).matchAll(/guid="([0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12})"/g),
  ];
  expect(new Set(guids.map(([, guid]) => guid)).size).toBe(36 + 8);
});

it('takes a name and a description apart as they were written', () => {
  expect(idInName('B1 Too many cases')).toEqual({ id: 'B1', name: 'Too many cases' });
  expect(idInName('A nice day')).toEqual({ id: null, name: 'A nice day' });
  expect(readDescription('What.\nDo not code: Other.\nQuestions: 3; 6; 99\nFigures: Children held by each worker')).toEqual({
    definition: 'What.',
    doNotCode: 'Other.',
    watch: '',
    questions: [3, 6],
    figures: ['caseload'],
  });
});

it('offers what a file would add and change, and takes nothing away', () => {
  const same = {
    id: 'B1',
    name: B1!.name,
    definition: B1!.definition,
    doNotCode: B1!.doNotCode,
    watch: B1!.watchWith.words,
    questions: [3, 6],
    figures: B1!.watchWith.figures,
  };
  const offer = offerCodes(STANDARD_CODEBOOK, [
    same,
    { ...same, id: 'B2', name: 'Limits' },
    { ...same, id: null, name: 'Something of our own' },
  ]);
  expect([offer.unchanged, offer.changed.map(({ after }) => [after.id, after.version]), offer.added.map(({ id }) => id)]).toEqual(
    [1, [['B2', 2]], ['X1']],
  );
  expect(withOffer(STANDARD_CODEBOOK, offer).codes).toHaveLength(37);
});
