import { describe, expect, it } from 'vitest';
import { tableText } from './copy-out.ts';
import { decidedOf } from './decided.ts';
import type { ConstructView, ImpactView, PublishedResults, Signatures } from './outputs.ts';
import { panelsOf } from './sources.ts';
import { otherVersionsInWords, versionOptions } from './versions.ts';
import { besideInWords } from './beside.ts';
import { contextRows } from './context-rows.ts';
import { widestGap } from './widest-gap.ts';

const NONE_DUE = { due: 0, onTime: 0, late: 0, notDone: 0, excused: 0, unknown: 0, share: null };
const NO_FILES = { files: 0, answered: 0, good: 0, share: null, interval: null };
const NOTHING_SAID = { groups: 0, positive: 0, negative: 0, mixed: 0 };

function part(overrides: Partial<ConstructView> = {}): ConstructView {
  return {
    id: 'getting',
    title: 'Getting supervision',
    asks: 'Is it often enough?',
    record: { before: NONE_DUE, since: NONE_DUE },
    audits: { before: NO_FILES, since: NO_FILES },
    survey: { before: null, since: null },
    focus: { before: NOTHING_SAID, since: NOTHING_SAID },
    standings: { record: 'silent', audits: 'silent', survey: 'silent', focus: 'silent' },
    reading: 'silent',
    qualityGap: null,
    series: null,
    ...overrides,
  };
}

const ONE = { number: 1, title: 'First', validFrom: '2022-03-01' };
const TWO = { number: 2, title: 'Second', validFrom: '2026-03-01' };
const VIEW: ImpactView = {
  version: ONE,
  versions: [ONE, TWO],
  before: { from: '2021-03-01', to: '2022-02-28' },
  since: { from: '2025-11-01', to: '2026-10-31' },
  constructs: [],
  rivals: [],
  inFull: { held: 0, inFull: 0 },
  inFullBefore: { held: 0, inFull: 0 },
  dated: { from: '2025-11-01', to: '2026-11-22' },
  context: [],
  recordGap: { before: null, since: null },
  notBooked: { people: 0, withoutPlan: 0 },
};

describe('what a panel shows', () => {
  it('says of an empty source what is missing, and draws nothing', () => {
    const { record, audits, survey, focus } = panelsOf(part());
    expect(record.since).toBe('Nothing fell due.');
    expect(audits.since).toBe('No audit drawn at random asked about it.');
    expect(survey.since).toBe('No published survey asked about it.');
    expect(focus.since).toBe('Nothing that focus groups said was coded about it.');
    for (const panel of [record, audits, survey, focus])
      expect(panel).toMatchObject({ bar: null, items: [], sureness: null, standing: 'silent' });
  });

  it('draws a range only where the source has one', () => {
    const due = { ...NONE_DUE, due: 20, onTime: 15, share: 0.75 };
    const files = { files: 12, answered: 40, good: 28, share: 0.7, interval: { low: 0.5, high: 0.9 } };
    const { record, audits } = panelsOf(
      part({ record: { before: NONE_DUE, since: due }, audits: { before: NO_FILES, since: files } }),
    );
    expect(record.bar).toMatchObject({ share: 0.75, low: null, high: null });
    expect(record.sureness).toMatch(/^Everything is counted/);
    expect(audits.bar).toMatchObject({ share: 0.7, low: 0.5, high: 0.9 });
    expect(audits.since, 'the range stands beside the line').not.toContain('between');
    expect(audits.sureness).toBe('Most likely between 50% and 90%.');
    const few = { ...files, interval: null };
    expect(panelsOf(part({ audits: { before: NO_FILES, since: few } })).audits.sureness).toBe('Too few files to say a range.');
  });

  it('keeps each question of a survey with its own range', () => {
    const items = [{ text: 'Asked', favourable: 0.4, n: 30, interval: { low: 0.3, high: 0.5 }, already: 0 }];
    const range = { low: 0.28, high: 0.52 };
    const since = { round: 'Spring', closedOn: '2026-05-01', share: 0.4, range, items, hidden: 0 };
    const { survey } = panelsOf(part({ survey: { before: null, since } }));
    expect(survey.bar).toMatchObject({ share: 0.4, ...range });
    expect(survey.sureness).toBe('At most between 28% and 52%: the ranges of its questions taken together.');
    const asked = { ...since, range: null, items: items.map((item) => ({ ...item, already: 7 })) };
    const all = panelsOf(part({ survey: { before: null, since: asked } })).survey;
    expect(all.sureness).toBe('Everybody answered every question, so there is no range.');
    expect(all.items[0]?.label).toBe('Asked (7 more already worked this way)');
    expect(survey.items).toEqual([{ key: 'Asked', label: 'Asked', share: 0.4, low: 0.3, high: 0.5 }]);
  });
});

describe('the widest gap', () => {
  it('is the widest in either direction, and none where no part has one', () => {
    const parts = [part(), part({ id: 'a', qualityGap: 12 }), part({ id: 'b', qualityGap: -30 })];
    expect(widestGap(parts)).toMatchObject({ part: { id: 'b' }, points: -30 });
    expect(widestGap([part()])).toBeNull();
  });
});

describe('versions', () => {
  it('stand the latest first', () => {
    expect(versionOptions([ONE, TWO]).map(({ label }) => label)).toEqual([
      'Version 2, from 1 March 2026',
      'Version 1, from 1 March 2022',
    ]);
  });

  it('that began within the months since are named', () => {
    expect(otherVersionsInWords(VIEW)).toBe('The months since are not of this version alone: version 2 began on 1 March 2026.');
    expect(otherVersionsInWords({ ...VIEW, version: TWO })).toBeNull();
    expect(otherVersionsInWords({ ...VIEW, versions: [ONE, { ...TWO, validFrom: '2026-11-01' }] })).toBeNull();
  });
});

describe('what was decided', () => {
  const none = { said: 0, decided: 0, refused: 0, changed: 0, checked: 0 };
  const round = {
    roundId: 'r',
    title: 'Spring',
    closesOn: '2026-05-01',
    publishedOn: '2026-05-10',
    responsePercent: 60,
    latest: [],
  };
  const results: PublishedResults = [{ ...round, decisions: { ...none, said: 1, decided: 2, refused: 1, changed: 1 } }];
  const signatures: Signatures = [
    {
      id: 's',
      service: 'Safeguarding',
      fromOn: '2026-05-01',
      toOn: '2026-05-31',
      policyVersion: null,
      comment: '',
      signedBy: 'Jo Lark',
      signedAt: '2026-06-02T09:00:00Z',
      figures: { teams: [] },
      actions: [],
    },
  ];

  it('stands the latest first, each with where it leads', () => {
    const found = decidedOf(VIEW, results, signatures);
    expect(found.map(({ to }) => to)).toEqual([
      { kind: 'signature', id: 's' },
      { kind: 'results', id: 'r' },
    ]);
    expect(found[0]?.detail).toBe('1 May 2026 to 31 May 2026, by Jo Lark; no actions agreed.');
    expect(found[1]?.detail).toBe('Of 5 things said: 4 decided, 1 of them not to be done, 1 changed, 0 checked again.');
  });

  it('leaves out what is older than the months compared', () => {
    expect(decidedOf({ ...VIEW, before: { from: '2026-06-01', to: '2026-06-30' } }, results, signatures)).toHaveLength(1);
    expect(decidedOf({ ...VIEW, before: { from: '2026-07-01', to: '2026-07-31' } }, results, signatures)).toEqual([]);
  });
});

it('a table goes along as lines of cells between tabs', () => {
  const rows = [
    { key: 'a', header: 'May', cells: ['80%', '5'], note: null },
    { key: 'b', header: 'June', cells: [], note: 'Nothing recorded.' },
  ];
  expect(tableText({ table: { caption: 'Months', columns: ['Month', 'Share', 'Of'], rows } })).toBe(
    'Month\tShare\tOf\nMay\t80%\t5\nJune\tNothing recorded.',
  );
});

describe('what stands around the figures', () => {
  it('says what the council does not hold, and means with the months they rest on', () => {
    const rows = contextRows([
      { measure: 'caseload', held: 'council', before: { mean: 17.25, months: 12 }, since: null },
      { measure: 'vacancies', held: 'teams', before: null, since: null },
      { measure: 'agency', held: 'nobody', before: null, since: null },
      { measure: 'leavers', held: 'council', before: null, since: { mean: 2, months: 1 } },
    ]);
    expect(rows.map(({ cells, note }) => note ?? cells.map(({ words }) => words))).toEqual([
      ['17.3 (12 months)', 'No figure'],
      'Not held for the whole council, only for single teams',
      'Not held',
      ['No figure', '2.0 (1 month)'],
    ]);
  });

  it('never leaves “held on time” without “in full” and “not booked”', () => {
    const view = { ...VIEW, inFull: { held: 40, inFull: 30 }, notBooked: { people: 12, withoutPlan: 3 } };
    expect(besideInWords(view)).toEqual([
      'Of 40 supervisions held, 30 (75%) were in full: long enough, recorded, shared and filed in time.',
      'Of 12 people whose next supervision is due, 3 have none booked.',
    ]);
  });
});
