import type { PolicyRuleRow } from '@plumbline/analytics/compliance';

export interface PolicySection {
  readonly id: string;
  readonly title: string;
  readonly rules: readonly PolicyRuleRow[];
}

/** Rules by the part of the policy that they belong to, in the policy's order; only those that contain the text. */
export function policySections(rules: readonly PolicyRuleRow[], text: string): PolicySection[] {
  const wanted = text.trim().toLowerCase();
  const sections = new Map<string, PolicyRuleRow[]>();
  for (const rule of rules) {
    if (!`${rule.clause} ${rule.id} ${rule.says} ${rule.appliesTo}`.toLowerCase().includes(wanted)) continue;
    sections.set(rule.area, [...(sections.get(rule.area) ?? []), rule]);
  }
  return [...sections].map(([area, found]) => ({
    id: `part-${area.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`,
    title: titleOf(area),
    rules: found,
  }));
}

/** Areas arrive as codes such as `frequency-staff` or as words. */
function titleOf(area: string): string {
  const words = AREAS[area] ?? area.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const AREAS: Readonly<Record<string, string>> = {
  'frequency-staff': 'How often: staff',
  'frequency-case': 'How often: children',
  'frequency-child': 'How often: children',
  duration: 'How long',
  deadline: 'Time limits',
  'log-status': 'The supervision log',
  log: 'The supervision log',
  scope: 'Whom it is for',
  'who-may-supervise': 'Who may supervise',
  recording: 'Recording',
  agreement: 'Supervision agreement',
  'agenda/template': 'What is talked about',
  'models/tools': 'Models and tools',
  'QA/audit/oversight': 'Oversight and audit',
  group: 'Group supervision',
  'confidentiality/access': 'Who may read',
  'check-in/appraisal/good-conversation': 'Check-ins and appraisal',
  'check-in/appraisal': 'Check-ins and appraisal',
  'signature/disagreement': 'Signing and disagreeing',
  'retention/transfer': 'Keeping and handing on records',
  observation: 'Observation of practice',
  equality: 'Equality',
};
