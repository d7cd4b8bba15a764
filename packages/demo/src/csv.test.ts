import { FACT_KIND_NAMES, kindOf } from '@plumbline/domain/facts';
import { describe, expect, it } from 'vitest';
import { asCsv, exampleCsv } from './csv.ts';
import { fact } from './fact-rows.ts';

describe('a fact file', () => {
  it('has the labels of the registry for headings and one line for each fact', () => {
    const post = fact('post', {
      person: 'S1',
      post: 'P1',
      from: '2026-01-05',
      role: 'social-worker',
      team: 'A, north',
      worksOn: ['mon', 'tue'],
      isManagementPost: false,
    });
    const [heading, row, end] = asCsv('post', [post]).split('\r\n');
    expect(heading).toBe(
      Object.values(kindOf('post').columns)
        .map((column) => column.label)
        .join(','),
    );
    expect(row).toBe('S1,P1,2026-01-05,,social-worker,"A, north",,,,,,mon;tue,,no,,,,');
    expect(end).toBe('');
  });

  it('keeps lists in the order in which files are read, and writes them in that of the declaration', () => {
    const post = fact('post', {
      person: 'S1',
      post: 'P1',
      from: '2026-01-05',
      role: 'social-worker',
      team: 'A',
      worksOn: ['mon', 'wed', 'fri'],
    });
    expect(post.worksOn).toEqual(['fri', 'mon', 'wed']);
    expect(asCsv('post', [post])).toContain('mon;wed;fri');
  });

  it('writes instants with their zone and quotes what would break a line', () => {
    const session = fact('session', {
      session: 'SUP-1',
      supervisee: 'S1',
      supervisor: 'S2',
      kind: 'one-to-one',
      status: 'interrupted',
      plannedStartAt: '2026-05-12T09:00Z',
      reason: 'Said "later",\nleft',
    });
    const text = asCsv('session', [session]);
    expect(text).toContain('2026-05-12 09:00Z');
    expect(text).toContain('"Said ""later"",\nleft"');
  });

  it('has an example of every kind', () => {
    for (const kind of FACT_KIND_NAMES) expect(exampleCsv(kind).trimEnd().split('\r\n')).toHaveLength(2);
  });
});
