import type { PolicyRuleRow } from '@plumbline/analytics/compliance';
import { areaInWords } from '@plumbline/analytics/wording';

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
    title: areaInWords(area),
    rules: found,
  }));
}
