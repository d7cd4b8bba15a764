import type { LibraryView } from '@plumbline/analytics/prepare';
import { describe, expect, it } from 'vitest';
import { hitsByPage, libraryHits } from './library-hits.ts';

const NOTHING: LibraryView = {
  council: 'Invented',
  title: 'Invented policy',
  version: '1.0.0',
  forms: [],
  agendas: [],
  agreements: [],
  statuses: [],
  events: [],
  reasons: [],
  recordClasses: [],
  terms: [],
  bodies: [],
  roles: [],
  banners: [],
};

const VIEW: LibraryView = {
  ...NOTHING,
  forms: [
    {
      id: 'record',
      entry: 'F1',
      title: 'Record of a one-to-one',
      type: 'Record',
      clause: 'section 5',
      says: 'What was talked about.',
      forWhom: 'Everybody',
      contains: 'Wellbeing · Equality · X-1',
    },
  ],
  statuses: [
    {
      of: 'session',
      title: 'Supervisions',
      statuses: [
        {
          id: 'held',
          word: 'Took place',
          says: null,
          clause: null,
          cites: [{ id: 'X-2', isRule: true }],
          isOurs: false,
          keptAs: 'Supervision log: held',
        },
      ],
    },
  ],
  terms: [
    {
      id: 'word-ics',
      term: 'ICS',
      also: [],
      meanings: [{ id: 'ics', says: 'The case system.', qualified: null, isUsual: false, rules: [], clauses: ['section 5'] }],
      elsewhere: [],
    },
  ],
};

const found = (text: string): string[] => libraryHits(VIEW, text).map(({ page, id }) => `${page}#${id}`);

describe('libraryHits', () => {
  it('finds by title, by what stands on a form, by our word and by rule', () => {
    expect(found('ONE-TO-ONE')).toEqual(['/policy/forms#record']);
    expect(found('equality')).toEqual(['/policy/forms#record']);
    expect(found(' held ')).toEqual(['/policy/statuses#held']);
    expect(found('x-2')).toEqual(['/policy/statuses#held']);
    expect(found('case system')).toEqual(['/policy/words#word-ics']);
    expect(found('nothing of the kind')).toEqual([]);
  });

  it('has everything where nothing is looked for', () => {
    expect(found('')).toHaveLength(3);
    expect(libraryHits(NOTHING, '')).toEqual([]);
  });
});

describe('hitsByPage', () => {
  it('lists pages in their order and leaves empty ones out', () => {
    expect(hitsByPage(libraryHits(VIEW, '')).map(({ title, hits }) => [title, hits.length])).toEqual([
      ['Templates and agreements', 1],
      ['Statuses and reasons', 1],
      ['Words', 1],
    ]);
  });
});
