import { describe, expect, it } from 'vitest';
import { checkDraft, newDraft, refusedProblems } from './sample-draft.ts';

const ME = { id: 'me', name: 'Robin Ash' };
const TODAY = '2026-11-22';
const FILLED = {
  ...newDraft(ME, TODAY),
  inspectorate: 'ofsted' as const,
  askedBy: 'Lead inspector',
  purpose: 'First day of the visit.',
  people: [{ id: 'p1', name: 'Sam Tarn' }],
};

describe('a new sample', () => {
  it('is about twelve months to today, stays open today, and has whoever fills it in beside the inspector', () => {
    expect(newDraft(ME, TODAY)).toMatchObject({
      beside: ME,
      from: '22 November 2025',
      to: '22 November 2026',
      endsOn: '22 November 2026',
    });
  });

  it('says everything that is missing, in the order of the form', () => {
    const checked = checkDraft({ ...newDraft(ME, TODAY), to: '31 February 2026' }, TODAY);
    expect(checked.ok ? [] : checked.problems.map(({ entry }) => entry)).toEqual([
      'inspectorate',
      'askedBy',
      'purpose',
      'persons',
      'to',
    ]);
  });

  it('is sent with dates as the calendar writes them and references as they were pasted', () => {
    expect(checkDraft({ ...FILLED, children: 'C1\nC2' }, TODAY)).toEqual({
      ok: true,
      asked: {
        inspectorate: 'ofsted',
        askedBy: 'Lead inspector',
        purpose: 'First day of the visit.',
        besideId: 'me',
        personIds: ['p1'],
        children: 'C1\nC2',
        from: '2025-11-22',
        to: '2026-11-22',
        endsOn: '2026-11-22',
      },
    });
  });
});

it('names each reference that nobody knows as it was pasted and by its line, in the order of the lines', () => {
  const unknown = 'No child here has this reference number.';
  const fields = { 'children.3.1': unknown, 'children.1.2': unknown, persons: 'You are among them.' };
  expect(refusedProblems(fields, 'C1, Sam B.\n\n C9.1 ').map(({ entry, message }) => `${entry}: ${message}`)).toEqual([
    'persons: You are among them.',
    'children: Line 1, “Sam B.”: No child here has this reference number.',
    'children: Line 3, “C9.1”: No child here has this reference number.',
  ]);
});
