import { describe, expect, it } from 'vitest';
import type { SampleView } from './outputs.ts';
import { aboutInWords, askedByInWords, namedInWords, openedInWords, openingInWords, stateInWords } from './sample-words.ts';

const VIEW: SampleView = {
  id: 's',
  inspectorate: 'ofsted',
  askedBy: 'lead inspector',
  purpose: 'Three files were asked for on the first day.',
  from: '2025-11-22',
  to: '2026-11-22',
  endsOn: '2026-11-24',
  people: 2,
  children: 1,
  state: 'open',
  takenBy: 'Robin Ash',
  takenAt: '2026-11-22T09:15Z',
  beside: { id: 'b', name: 'Bea Fell' },
  names: { people: ['Sam Tarn', 'Jo Beck'], children: ['C20417'] },
  ended: null,
  whyNot: null,
  openings: [],
};

describe('what a sample is', () => {
  it('is said line by line, with who ended it where somebody did', () => {
    expect(aboutInWords(VIEW).map(({ what, value }) => `${what}: ${value}`)).toEqual([
      'Asked by: Ofsted: lead inspector',
      'Why: Three files were asked for on the first day.',
      'Time: 22 November 2025 to 22 November 2026',
      'Taken up: Robin Ash, Sunday 22 November 2026 at 09:15',
      'Standing: Open until the end of 24 November 2026',
    ]);
    const ended = aboutInWords({ ...VIEW, ended: { by: 'Bea Fell', at: '2026-11-23T16:00Z' } });
    expect(ended.at(-1)?.value).toBe('Ended by Bea Fell, Monday 23 November 2026 at 16:00');
  });

  it('keeps the name of a body that is not known here', () => {
    expect(askedByInWords({ inspectorate: 'estyn', askedBy: 'inspector' })).toBe('estyn: inspector');
  });
});

it('counts whom it names, and leaves out what there is none of', () => {
  expect(namedInWords(VIEW)).toBe('2 members of staff and 1 child');
  expect(namedInWords({ people: 1, children: 0 })).toBe('1 member of staff');
  expect(namedInWords({ people: 0, children: 3 })).toBe('3 children');
});

it('says whether it opens', () => {
  expect(stateInWords({ state: 'over', endsOn: '2026-11-20' })).toBe('Over since the end of 20 November 2026');
  expect(stateInWords({ state: 'ended', endsOn: '2026-11-20' })).toBe('Ended');
});

it('says of an open sample by whom, when, beside whom and of which time', () => {
  const opened = { openedBy: 'Robin Ash', openedAt: '2026-11-22T09:20Z', beside: 'Bea Fell', sample: VIEW };
  expect(openedInWords(opened)).toBe(
    'Opened by Robin Ash, with Bea Fell beside the inspector, Sunday 22 November 2026 at 09:20: 22 November 2025 to 22 November 2026.',
  );
  expect(openedInWords({ ...opened, beside: 'Robin Ash' })).toContain('Robin Ash, who sits beside the inspector, Sunday');
});

it('says who opened it and who sat beside the inspector', () => {
  const opening = { by: 'Robin Ash', beside: 'Bea Fell', isFile: false, at: '2026-11-22T09:20Z' };
  expect(openingInWords(opening)).toBe('Robin Ash opened it on screen; Bea Fell sat beside the inspector');
  expect(openingInWords({ ...opening, beside: 'Robin Ash', isFile: true })).toBe(
    'Robin Ash took a file, and sat beside the inspector',
  );
});
