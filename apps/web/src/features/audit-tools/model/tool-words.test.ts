import { AUDIT_KIND_NAMES, auditKind, makeTool } from '@plumbline/domain/audits';
import { describe, expect, it } from 'vitest';
import { question, tool } from './_tool.ts';
import { answerChoices, KIND_GROUPS, kindWords, originWords, sizeWords, usualTitle } from './tool-words.ts';

describe('words about audit tools', () => {
  const kinds = AUDIT_KIND_NAMES.flatMap((kind) => auditKind(kind).about.map((about) => [kind, about] as const));

  it.each(kinds)('proposes the title that the tool itself has: %s about %s', (kind, about) => {
    expect(usualTitle(kind, about)).toBe(makeTool(kind, about, { pack: null }).title);
  });

  it('offers every kind once, apart by who does it', () => {
    expect(KIND_GROUPS.flatMap((group) => group.kinds).toSorted()).toEqual(AUDIT_KIND_NAMES.toSorted());
    expect(KIND_GROUPS.map((group) => group.kinds.includes('observation'))).toEqual([false, true]);
  });

  it('says what it is about only where it could be about more than one', () => {
    expect(kindWords('case-supervision', 'child')).toBe('Case supervision');
    expect(kindWords('dip-sample', 'child')).toBe('Dip sample, case supervision of children');
  });

  it('offers no grade where nothing is graded, unless one stands there', () => {
    expect(answerChoices('staff-conversation', 'words')).toEqual(['yes-no', 'words']);
    expect(answerChoices('staff-conversation', 'grade')).toEqual(['grade', 'yes-no', 'words']);
    expect(answerChoices('thematic', 'words')).toEqual(['grade', 'yes-no', 'words']);
  });

  it('says where a question comes from', () => {
    const origin = { kind: 'policy', rule: 'R-1', clause: 'Section 6', pack: 'north 1.0.0' } as const;
    expect(originWords(question('a', 'log', { origin }))).toBe('Policy, section 6');
    expect(originWords(question('a', 'log'))).toBe('Your own');
  });

  it('counts questions and areas', () => {
    expect(sizeWords(tool())).toBe('5 questions in 3 areas');
    expect(sizeWords(tool({ questions: [question('a', 'log')] }))).toBe('1 question in 1 area');
  });
});
