import { expect, it } from 'vitest';
import { areaInWords } from './areas.ts';

it.each([
  ['agenda/template', 'What is talked about'],
  ['signature/disagreement', 'Signing and disagreeing'],
  ['frequency-case', 'How often: children'],
  ['stage-decision', 'Stage decision'],
  ['Front door – first week', 'Front door – first week'],
  ['our own', 'Our own'],
  [' ', 'No area'],
])('%s is called %s', (area, words) => {
  expect(areaInWords(area)).toBe(words);
});
