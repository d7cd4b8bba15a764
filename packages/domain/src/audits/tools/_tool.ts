import type { AuditQuestion, AuditTool } from '../tool.ts';

/** An invented question for tests. */
export function question(changes: Partial<AuditQuestion> & Pick<AuditQuestion, 'id'>): AuditQuestion {
  return {
    area: 'recording',
    asks: `Is there something under point ${changes.id}?`,
    answeredBy: 'grade',
    describes: null,
    isLimiting: false,
    origin: { kind: 'own' },
    ...changes,
  };
}

/** An invented tool for tests: a supervision file with these questions, the first of which limits. */
export function tool(changes: Partial<AuditTool> = {}): AuditTool {
  return {
    format: 1,
    title: 'Files of the north',
    kind: 'supervision-file',
    about: 'person',
    introduction: 'Read the file.',
    questions: [question({ id: 'a', isLimiting: true }), question({ id: 'b' }), question({ id: 'c' })],
    overall: { 1: 'Weak.', 2: 'Thin.', 3: 'Sound.', 4: 'Strong.' },
    computed: [],
    ...changes,
  };
}
