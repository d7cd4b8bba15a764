import { makeTool, TOOL_FINDING_KINDS, type AuditTool } from '@plumbline/domain/audits';
import { describe, expect, it } from 'vitest';
import { toolFindingWords } from './audit-tool-findings.ts';

const TOOL: AuditTool = makeTool('supervision-file', 'person', { pack: null });

describe('findings about the questions of an audit, in words', () => {
  it.each(TOOL_FINDING_KINDS)('has words for %s: what is so and how to mend it, without words of the code', (kind) => {
    const words = toolFindingWords({ kind, weight: 'may', question: null }, TOOL);
    expect(words).toMatch(/^[A-Z0-9“].*\.$/);
    expect(words.match(/[.:]/g)?.length).toBeGreaterThan(1);
    expect(words).not.toMatch(/undefined|null|answeredBy|isLimiting|\btool\b|!/);
  });

  it('says each of them otherwise', () => {
    const all = TOOL_FINDING_KINDS.map((kind) => toolFindingWords({ kind, weight: 'may', question: null }, TOOL));
    expect(new Set(all).size).toBe(TOOL_FINDING_KINDS.length);
  });

  it('names what the kind can be about, and what was chosen', () => {
    const words = toolFindingWords(
      { kind: 'wrong-about', weight: 'must', question: null },
      { ...TOOL, kind: 'dip-sample', about: 'action' },
    );
    expect(words).toBe(
      '“Dip sample” is about supervision files and the case supervision of children, not about closed actions. Choose again.',
    );
  });

  it('counts the questions and the minutes of a long one', () => {
    const [first] = TOOL.questions;
    const long = { ...TOOL, questions: Array.from({ length: 41 }, () => first!) };
    // 41 grades at two minutes, and ten minutes for strengths and the overall grade.
    expect(toolFindingWords({ kind: 'long', weight: 'may', question: null }, long)).toContain(
      '41 questions take about 92 minutes',
    );
  });

  it('says of a conversation that it is not graded', () => {
    const talk = makeTool('staff-conversation', 'person', { pack: null });
    expect(toolFindingWords({ kind: 'grade-not-asked', weight: 'must', question: 'a' }, talk)).toContain(
      '“Conversation with staff” is not graded',
    );
  });
});
