import { checkDesign, standardInstrument, type DesignFinding, type Item } from '@plumbline/domain/surveys';
import { describe, expect, it } from 'vitest';
import { designFinding, importNote, itemChange, lineageBroken } from './survey-design.ts';

const nameOf = (id: string): string => `question ${id}`;
const scale = standardInstrument.items.find(({ id }) => id === '4e')!;

describe('findings in words', () => {
  it('say what is so and how to mend it, without words of the code', () => {
    const items = [
      { ...scale, id: 'a', lineage: 'a', text: 'My supervisor is kind and fair.', shownWhen: { item: 'gone', answers: ['1'] } },
      { ...scale, id: 'b', lineage: 'a', text: 'Which family is hardest?', blocks: ['gives'], routes: ['receives'] },
    ] as Item[];
    const { findings } = checkDesign({ ...standardInstrument, items });
    expect(findings.length).toBeGreaterThan(3);
    for (const finding of findings) {
      const words = designFinding(finding, nameOf);
      expect(words).toMatch(/^[A-Z“].*\.$/);
      expect(words).not.toMatch(/lineage|undefined|null|block|item\b/i);
    }
  });

  it('round minutes and ages, and name the group', () => {
    const tooLong: DesignFinding = { level: 'look', itemId: null, kind: 'too-long', route: 'both', minutes: 17.2, most: 16 };
    expect(designFinding(tooLong, nameOf)).toBe(
      'It takes somebody who does both about 17 minutes; more than 16, and people stop half-way.',
    );
  });
});

describe('changes in words', () => {
  it('say why results begin anew', () => {
    expect(lineageBroken(['scale', 'reversal'])).toBe(
      'Results begin anew with this version: its scale is another and agreeing now means the opposite.',
    );
    expect(itemChange({ kind: 'kept', before: scale, after: scale, details: [] })).toBeNull();
    expect(itemChange({ kind: 'kept', before: scale, after: scale, details: ['words'] })).toMatch(/Still compared/);
  });

  it('tell what did not come over', () => {
    expect(importNote({ kind: 'asks-who', detail: 'file' })).toBe(
      'Left out: it asks for something that could show who answers (file).',
    );
    expect(importNote({ kind: 'not-mapped', detail: '' })).toBe('Left out: nothing here asks like that.');
  });
});
