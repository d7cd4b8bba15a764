import type { AuditKind } from '../kinds.ts';

/**
 * What the question of a rule looks at. `service`: asked of managers, next to their people's files. `practice`: how somebody works as
 * a rule, which is seen across files rather than in one.
 */
export type QuestionSubject = 'person' | 'child' | 'service' | 'practice';

/** The first part of an area's name: `check-in/appraisal` and `check-in/appraisal/good-conversation` are one area to an auditor. */
export function areaHead(area: string): string {
  return area.split('/')[0] ?? area;
}

/** Areas in the order in which somebody goes through a file; an area that is not among them comes last. */
const READING_ORDER = [
  'agreement',
  'preparation',
  'frequency-staff',
  'frequency-case',
  'frequency-child',
  'duration',
  'deadline',
  'log-status',
  'log',
  'agenda',
  'models',
  'check-in',
  'recording',
  'signature',
  'confidentiality',
  'equality',
  'training',
  'probation',
  'observation',
  'group',
  'who-may-supervise',
  'ratio',
  'retention',
  'scope',
  'QA',
];

/** The place of an area in {@link READING_ORDER}. */
export function readingPlace(area: string): number {
  const place = READING_ORDER.indexOf(areaHead(area));
  return place === -1 ? READING_ORDER.length : place;
}

/** Areas that say most of supervision in few questions, first those without which the rest says little. */
export const TELLING_ORDER: readonly string[] = [
  'recording',
  'agenda',
  'frequency-staff',
  'frequency-case',
  'frequency-child',
  'models',
  'agreement',
  'signature',
  'training',
  'equality',
  'preparation',
  'check-in',
  'QA',
];

/** What one person's supervision file shows. */
const IN_THE_FILE: ReadonlySet<string> = new Set([
  'agreement',
  'preparation',
  'frequency-staff',
  'duration',
  'deadline',
  'log-status',
  'log',
  'agenda',
  'models',
  'check-in',
  'recording',
  'signature',
  'confidentiality',
  'equality',
  'training',
  'probation',
  'observation',
  'who-may-supervise',
  'retention',
]);

/** What a manager sees while looking through the records of their own line. */
const AT_A_CHECK: ReadonlySet<string> = new Set([
  'agreement',
  'deadline',
  'log-status',
  'log',
  'recording',
  'signature',
  'who-may-supervise',
  'ratio',
  'retention',
  'scope',
  'QA',
]);

const AT_A_CHECK_OF_CHILDREN: ReadonlySet<string> = new Set([
  'frequency-case',
  'frequency-child',
  'preparation',
  'recording',
  'who-may-supervise',
  'QA',
]);

/** What records show less well than the people themselves. */
const IN_A_CONVERSATION: ReadonlySet<string> = new Set(['check-in', 'confidentiality', 'equality', 'group']);

const KNOWN: ReadonlySet<string> = new Set(READING_ORDER);

interface KindAreas {
  /** Areas of questions about people, about children and about the service. */
  readonly person: ReadonlySet<string> | 'all';
  readonly child: ReadonlySet<string> | 'all';
  readonly service: ReadonlySet<string> | 'all';
  /** Whether it also takes areas of a council's own, which stand in no list here. */
  readonly takesUnknown: boolean;
}

const NONE: ReadonlySet<string> = new Set();

/**
 * Which kind asks about which areas. An observation and a re-audit ask nothing of a policy: what policies say of observing is whether
 * it was done, which is seen in the file, and a re-audit asks about an action. A dip sample takes the questions of the file.
 */
const KIND_AREAS: Readonly<Record<AuditKind, KindAreas>> = {
  'supervision-file': { person: IN_THE_FILE, child: NONE, service: NONE, takesUnknown: true },
  'case-supervision': { person: NONE, child: 'all', service: NONE, takesUnknown: true },
  'multi-agency': { person: NONE, child: 'all', service: NONE, takesUnknown: true },
  'dip-sample': { person: IN_THE_FILE, child: 'all', service: NONE, takesUnknown: true },
  thematic: { person: 'all', child: 'all', service: 'all', takesUnknown: true },
  're-audit': { person: NONE, child: NONE, service: NONE, takesUnknown: false },
  observation: { person: NONE, child: NONE, service: NONE, takesUnknown: false },
  'record-check': { person: AT_A_CHECK, child: AT_A_CHECK_OF_CHILDREN, service: 'all', takesUnknown: true },
  'staff-conversation': { person: IN_A_CONVERSATION, child: NONE, service: IN_A_CONVERSATION, takesUnknown: false },
  'workload-check': { person: new Set(['ratio']), child: NONE, service: new Set(['ratio']), takesUnknown: false },
};

/** Whether a kind of audit asks about an area, by what the question looks at. */
export function asksAboutArea(kind: AuditKind, subject: QuestionSubject, area: string): boolean {
  if (subject === 'practice') return kind === 'thematic';
  const areas = KIND_AREAS[kind];
  const taken = areas[subject];
  const head = areaHead(area);
  if (taken === 'all' || taken.has(head)) return true;
  return areas.takesUnknown && taken !== NONE && !KNOWN.has(head);
}
