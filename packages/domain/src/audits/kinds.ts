/** What an audit looks at: the supervision file of a person, the case supervision of a child, or an action that was closed. */
export type AuditedKind = 'person' | 'child' | 'action';

export interface AuditKindFacts {
  readonly title: string;
  readonly says: string;
  /** What may be drawn for it. */
  readonly about: readonly AuditedKind[];
  /**
   * `sample`: drawn and graded by somebody outside the line of whoever is audited. `own-line`: done by managers about their own
   * people. The two are never pooled.
   */
  readonly by: 'sample' | 'own-line';
  /** Whether it ends with an overall grade. */
  readonly isGraded: boolean;
}

/** The kinds of audit. Source: the quality-assurance parts of the four policies; ILACS practice on dip samples and re-audit. */
export const AUDIT_KINDS = {
  'supervision-file': {
    title: 'Supervision file',
    says: 'The agreement, the records and the follow-up in one person’s supervision file.',
    about: ['person'],
    by: 'sample',
    isGraded: true,
  },
  'case-supervision': {
    title: 'Case supervision',
    says: 'What case supervision did for one child.',
    about: ['child'],
    by: 'sample',
    isGraded: true,
  },
  'dip-sample': {
    title: 'Dip sample',
    says: 'A few questions about many files, quickly.',
    about: ['person', 'child'],
    by: 'sample',
    isGraded: true,
  },
  thematic: {
    title: 'Thematic audit',
    says: 'One theme across files, such as reflection or equality.',
    about: ['person', 'child'],
    by: 'sample',
    isGraded: true,
  },
  'multi-agency': {
    title: 'Multi-agency audit',
    says: 'Case supervision for one child, looked at together with partners.',
    about: ['child'],
    by: 'sample',
    isGraded: true,
  },
  're-audit': {
    title: 'Re-audit',
    says: 'Whether what closed actions put right has held.',
    about: ['action'],
    by: 'sample',
    isGraded: true,
  },
  observation: {
    title: 'Observation of a supervision',
    says: 'A supervisor is watched while supervising, and told what was seen.',
    about: ['person'],
    by: 'own-line',
    isGraded: true,
  },
  'record-check': {
    title: 'Manager’s regular record check',
    says: 'A manager looks through records of their own line.',
    about: ['person', 'child'],
    by: 'own-line',
    isGraded: true,
  },
  'staff-conversation': {
    title: 'Conversation with staff',
    says: 'Whether what staff say about their supervision matches the records.',
    about: ['person'],
    by: 'own-line',
    isGraded: false,
  },
  'workload-check': {
    title: 'Workload health check',
    says: 'Whether the work fits the hours, and what was done where it does not.',
    about: ['person'],
    by: 'own-line',
    isGraded: false,
  },
} as const satisfies Record<string, AuditKindFacts>;

export type AuditKind = keyof typeof AUDIT_KINDS;
export const AUDIT_KIND_NAMES = Object.keys(AUDIT_KINDS) as AuditKind[];

/** The declaration of a kind, with its parts as plain texts and lists. */
export function auditKind(kind: AuditKind): AuditKindFacts {
  return AUDIT_KINDS[kind];
}
