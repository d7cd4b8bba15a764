import { emptyReturn, type AuditQuestion, type AuditReturn, type AuditTool } from '@plumbline/domain/audits';

/** An invented question for tests. */
export function question(id: string, changes: Partial<AuditQuestion> = {}): AuditQuestion {
  return {
    id,
    area: 'recording',
    asks: `Is ${id} there?`,
    answeredBy: 'grade',
    describes: null,
    isLimiting: false,
    origin: { kind: 'own' },
    ...changes,
  };
}

/** An invented tool for tests, with three questions of which the first limits. */
export function tool(
  questions: readonly AuditQuestion[] = [question('a', { isLimiting: true }), question('b'), question('c')],
): AuditTool {
  const overall = { 1: 'Weak.', 2: 'Thin.', 3: 'Sound.', 4: 'Strong.' };
  return {
    format: 1,
    title: 'Files',
    kind: 'supervision-file',
    about: 'person',
    introduction: '',
    questions,
    overall,
    computed: [],
  };
}

export function audit(changes: Partial<AuditReturn> = {}): AuditReturn {
  return { ...emptyReturn(), ...changes };
}
