import { describe, expect, it } from 'vitest';
import { contextRows, figureInWords, monthsUntil, otherMonths, scopeOptions } from './context-table.ts';
import { checkEvent, draftOf, EMPTY_EVENT, referenceOf, type EventDraft } from './event-draft.ts';
import { byYear, kindAndTeam, newStartInWords, valuesOf, whenInWords } from './event-words.ts';
import type { ContextView, EventRow } from './outputs.ts';

const TODAY = '2026-06-15';
const EVENT: EventRow = {
  id: 'e1',
  version: 3,
  event: 'EVT-1',
  title: 'Pay agreed',
  kind: 'workforce',
  on: '2026-03-02',
  to: null,
  team: { code: 'ONE', name: 'First' },
  isNewStart: true,
  source: 'hand',
  recordedBy: 'Morgan Tarn',
  recordedAt: '2026-03-03T09:00:00Z',
};

describe('an event in words', () => {
  it('says for whom charts begin anew', () => {
    expect(newStartInWords(EVENT)).toBe('Charts of this team alone begin new limits from here');
    expect(newStartInWords({ team: null })).toBe('Charts begin new limits from here');
  });

  it.each([
    ['2026-03-02', null, '2 March 2026'],
    ['2026-03-02', '2026-03-02', '2 March 2026'],
    ['2026-06-11', '2026-06-12', '11 to 12 June 2026'],
    ['2026-06-29', '2026-07-03', '29 June to 3 July 2026'],
    ['2025-12-29', '2026-01-02', '29 December 2025 to 2 January 2026'],
  ])('%s to %s is “%s”', (on, to, words) => {
    expect(whenInWords({ on, to })).toBe(words);
  });

  it('says of what sort it was and whom it touched', () => {
    expect(kindAndTeam(EVENT)).toBe('Recruitment, pay or agency · First');
    expect(kindAndTeam({ ...EVENT, team: null })).toBe('Recruitment, pay or agency · The whole council');
  });

  it('stands under its year, the latest first', () => {
    const of = (on: string) => ({ ...EVENT, id: on, on });
    const years = byYear([of('2025-12-31'), of('2026-01-01'), of('2026-05-02')]);
    expect(years.map(({ year, events }) => [year, events.map(({ on }) => on)])).toEqual([
      ['2026', ['2026-05-02', '2026-01-01']],
      ['2025', ['2025-12-31']],
    ]);
  });
});

describe('the form of an event', () => {
  const filled: EventDraft = { ...EMPTY_EVENT, title: ' Pay agreed ', kind: 'workforce', on: '2 March 2026' };
  const problemsOf = (draft: Partial<EventDraft>) => {
    const checked = checkEvent({ ...filled, ...draft }, TODAY);
    return checked.ok ? [] : checked.problems.map(({ entry }) => entry);
  };

  it('reads what is typed; no team is the whole council', () => {
    expect(checkEvent(filled, TODAY)).toEqual({
      ok: true,
      values: { title: 'Pay agreed', kind: 'workforce', on: '2026-03-02', to: null, team: null, isNewStart: false },
    });
  });

  it('names everything that is to mend, in the order of the fields', () => {
    expect(problemsOf({ title: ' ', kind: '', on: '31/2/2026', to: 'soon' })).toEqual(['title', 'kind', 'on', 'to']);
    expect(problemsOf({ on: 'tomorrow' })).toEqual(['on']);
    expect(problemsOf({ to: '1 March 2026' })).toEqual(['to']);
    expect(problemsOf({ to: '2 March 2026' })).toEqual([]);
    expect(problemsOf({ on: 'today', to: '1 July 2026' }), 'what goes on may end later').toEqual([]);
  });

  it('filled with an entry and saved as it is says the same', () => {
    const checked = checkEvent(draftOf(EVENT), TODAY);
    expect(checked.ok && { event: EVENT.event, ...checked.values }).toEqual(valuesOf(EVENT));
    expect(valuesOf(EVENT)).toMatchObject({ team: 'ONE', to: null, isNewStart: true });
  });

  it('gives a new entry a reference of its own', () => {
    expect(referenceOf('2026-03-02', 'ab12cd34-0000')).toBe('EVT-2026-03-02-ab12');
  });
});

describe('the table of months', () => {
  const figure = (team: string | null, month: string, value: number) => ({
    id: `${team} ${month}`,
    measure: 'caseload' as const,
    team,
    month,
    value,
  });
  const view: ContextView = {
    measures: [
      {
        measure: 'caseload',
        isHeld: true,
        figures: [figure('ONE', '2026-05-01', 17), figure('ONE', '2026-06-01', 16.25), figure(null, '2026-06-01', 1500)],
      },
      { measure: 'vacancies', isHeld: true, figures: [] },
      { measure: 'forum', isHeld: false, figures: [] },
    ],
    teams: [
      { code: 'TWO', name: 'Alder', holds: [] },
      { code: 'ONE', name: 'Beech', holds: ['caseload', 'vacancies'] },
    ],
    councilHolds: ['caseload'],
  };

  it('has the twelve months that end with a day, whatever day of its month', () => {
    const months = monthsUntil('2026-02-28');
    expect([months.length, months[0]?.month, months.at(-1)?.month]).toEqual([12, '2025-03-01', '2026-02-01']);
    expect(months.at(-1)).toMatchObject({ short: 'Feb', year: '2026', full: 'February 2026' });
  });

  it('leads a year back, and on as far as this month', () => {
    expect(otherMonths('2026-06-15', -1, TODAY)).toBe('2025-06-01');
    expect(otherMonths('2026-06-15', 1, TODAY)).toBeNull();
    expect(otherMonths('2025-06-01', 1, TODAY)).toBe('2026-06-01');
    expect(otherMonths('2025-09-01', 1, TODAY), 'not beyond this month').toBe('2026-06-01');
  });

  it('writes the figures of a row alike, and an empty month as none', () => {
    const [caseload, vacancies] = contextRows(view, 'ONE', monthsUntil(TODAY));
    expect(caseload?.label).toBe('Average caseload');
    expect(caseload?.cells.map((cell) => cell?.words ?? null).slice(-3)).toEqual([null, '17.00', '16.25']);
    expect(caseload?.cells.at(-1)?.id).toBe('ONE 2026-06-01');
    expect(vacancies).toMatchObject({ note: null, cells: Array.from({ length: 12 }, () => null) });
  });

  it('says who does not hold a measure: nobody, this team, or the council as a whole', () => {
    const notes = (team: string | null) => contextRows(view, team, monthsUntil(TODAY)).map(({ note }) => note);
    expect(notes('ONE')).toEqual([null, null, 'Not held']);
    expect(notes('TWO')).toEqual(['Not held for this team', 'Not held for this team', 'Not held']);
    expect(notes(null)).toEqual([null, 'Not held for the whole council, only for single teams', 'Not held']);
    expect(contextRows(view, null, monthsUntil(TODAY))[0]?.cells.at(-1)?.words).toBe('1,500');
  });

  it('shows at most two decimal places', () => {
    const words = (value: number) =>
      contextRows(
        { ...view, measures: [{ measure: 'caseload', isHeld: true, figures: [figure(null, '2026-06-01', value)] }] },
        null,
        monthsUntil(TODAY),
      )[0]?.cells.at(-1)?.words;
    expect([words(17.345), words(0.1 + 0.2), words(3)]).toEqual(['17.35', '0.3', '3']);
    expect(figureInWords(1234.5, 1)).toBe('1,234.5');
  });

  it('offers the whole council first, and last the teams of which nothing is held', () => {
    expect(scopeOptions(view.teams).map(({ label }) => label)).toEqual(['The whole council', 'Beech', 'Alder (nothing held)']);
  });
});
