import {
  mergeCodes,
  notesFromGuide,
  STANDARD_CODEBOOK,
  type Coding,
  type Extract,
  type Theme,
} from '@plumbline/domain/focus-groups';
import { describe, expect, it } from 'vitest';
import { whoWasHeard } from './missing.ts';
import { countThemes, type ThemedGroup } from './themes.ts';

/** A record in which these stand under question 6. */
const questions = (...extracts: string[]) =>
  notesFromGuide().map((note) =>
    note.id === 'q6' ? { ...note, summary: extracts.map((id) => `words of ${id}`).join('\n') } : note,
  );
const GROUPS: ThemedGroup[] = [
  {
    id: 'g1',
    title: 'Carers',
    heldOn: '2025-05-01',
    record: { audience: 'Carers', site: 'Quay House', present: { 'other-case-holding': 7 }, questions: questions('a', 'b') },
  },
  {
    id: 'g2',
    title: 'Managers',
    heldOn: '2026-05-01',
    record: { audience: 'Managers', site: '', present: { manager: 5 }, questions: questions('c', 'd') },
  },
];
const extract = (id: string, groupId: string): Extract => ({
  id,
  source: 'focus-group',
  groupId,
  questionId: 'q6',
  construct: 6,
  band: 'some',
  words: `words of ${id}`,
  isVerbatim: true,
});
const coding = (extractId: string, code: string): Coding => ({
  extractId,
  coder: 'S1',
  isSecond: false,
  codes: [code],
  direction: 'negative',
  evidence: 'E1',
});
const EXTRACTS = [extract('a', 'g1'), extract('b', 'g1'), extract('c', 'g2'), extract('d', 'g2')];
const CODINGS = [coding('a', 'B1'), coding('b', 'B9'), coding('c', 'B1'), coding('d', 'C4')];
const theme = (title: string, ...codes: string[]): Theme => ({
  id: title,
  title,
  says: '',
  codes,
  questions: [6],
  figures: ['caseload'],
});

describe('themes', () => {
  it('count by group, and a theme from fewer than three extracts goes to "other" without its words', () => {
    const { themes, other } = countThemes(
      [theme('No room', 'B1', 'B9'), theme('Mood', 'C4')],
      GROUPS,
      EXTRACTS,
      CODINGS,
      STANDARD_CODEBOOK,
    );
    expect(themes.map(({ theme: { title }, extracts }) => [title, extracts])).toEqual([['No room', 3]]);
    expect(themes[0]?.byGroup.map(({ id, extracts }) => [id, extracts])).toEqual([
      ['g1', 2],
      ['g2', 1],
    ]);
    expect(other).toEqual({ themes: 1, extracts: null });
  });

  it('quote only a group of six or more, and never with role and site', () => {
    const [only] = countThemes([theme('No room', 'B1', 'B9')], GROUPS, EXTRACTS, CODINGS, STANDARD_CODEBOOK).themes;
    expect(only?.quotes.map(({ quotation }) => quotation.isShown)).toEqual([true, true, false]);
    expect(JSON.stringify(only?.quotes)).not.toContain('Quay House');
    expect(JSON.stringify(only?.quotes)).not.toContain('words of c');
  });

  it('quote nothing that was taken out of the record since, and still count it', () => {
    const mended = GROUPS.map((group) => ({ ...group, record: { ...group.record, questions: questions('b') } }));
    const [only] = countThemes([theme('No room', 'B1', 'B9')], mended, EXTRACTS, CODINGS, STANDARD_CODEBOOK).themes;
    expect([only?.extracts, JSON.stringify(only?.quotes)]).toEqual([3, expect.not.stringContaining('words of a')]);
    expect(JSON.stringify(only?.quotes)).toContain('words of b');
  });

  it('count an extract under two small themes once among the others', () => {
    const { other } = countThemes(
      [theme('One', 'B1'), theme('Two', 'B1'), theme('Three', 'C4')],
      GROUPS,
      EXTRACTS.filter(({ id }) => id !== 'b'),
      CODINGS,
      STANDARD_CODEBOOK,
    );
    expect(other).toEqual({ themes: 3, extracts: 3 });
    expect(countThemes([theme('One', 'B1'), theme('Two', 'B1')], GROUPS, EXTRACTS, CODINGS, STANDARD_CODEBOOK).other).toEqual({
      themes: 2,
      extracts: null,
    });
  });

  it('go on when a code is merged into another', () => {
    const merged = mergeCodes(STANDARD_CODEBOOK, 'B9', 'B1');
    if (!merged.ok) throw new Error('not merged');
    expect(countThemes([theme('No room', 'B1')], GROUPS, EXTRACTS, CODINGS, merged.codebook).themes[0]?.extracts).toBe(3);
    expect(countThemes([theme('No room', 'B9')], GROUPS, EXTRACTS, CODINGS, merged.codebook).themes[0]?.extracts).toBe(3);
  });
});

describe('who was not in the room', () => {
  const headCounts = { 'social-worker': 60, 'other-case-holding': 20, 'not-case-holding': 10, manager: 10 };

  it('names families with nobody, and those with less than half of their share', () => {
    const { families, missing } = whoWasHeard({ headCounts, invited: {}, present: { manager: 8, 'social-worker': 2 } });
    expect(missing).toEqual(['social-worker', 'other-case-holding', 'not-case-holding']);
    expect(families.map(({ standing }) => standing)).toEqual(['few', 'nobody', 'nobody', 'heard']);
  });

  it('claims nothing where nobody wrote down who came', () => {
    const { families, missing } = whoWasHeard({ headCounts, invited: {}, present: {} });
    expect([missing, families.every(({ standing }) => standing === 'not-recorded')]).toEqual([[], true]);
  });
});
