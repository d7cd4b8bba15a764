/** Invented audit tools for tests. */
import type { AuditQuestion, AuditTool } from '@plumbline/domain/audits';
import type { LoadedTool } from './outputs.ts';

export function question(id: string, area: string, changes: Partial<AuditQuestion> = {}): AuditQuestion {
  return {
    id,
    area,
    asks: `Is ${id} there?`,
    answeredBy: 'grade',
    describes: null,
    isLimiting: false,
    origin: { kind: 'own' },
    ...changes,
  };
}

/** Three areas, the second under two codes of one name: a, b | c, d | e. */
export function tool(changes: Partial<AuditTool> = {}): AuditTool {
  return {
    format: 1,
    title: 'Files of the north',
    kind: 'supervision-file',
    about: 'person',
    introduction: 'Read the file.',
    questions: [
      question('a', 'recording'),
      question('b', 'recording'),
      question('c', 'log'),
      question('d', 'log-status'),
      question('e', 'Our own'),
    ],
    overall: { 1: 'Weak.', 2: 'Thin.', 3: 'Sound.', 4: 'Strong.' },
    computed: [],
    ...changes,
  };
}

export function loaded(draft: AuditTool, version: number): LoadedTool {
  return {
    id: 'tool',
    // As it travels: the same, and no longer marked as never changed.
    draft: draft as LoadedTool['draft'],
    version,
    updatedAt: '2026-01-05T09:00:00Z',
    updatedBy: 'P. Marsh',
    check: { canPublish: true, findings: [] },
    versions: [],
    changes: null,
  };
}
