import { z } from 'zod';
import { RuleId, Strength } from '../parts.ts';
import type { Rule } from '../rule-kinds.ts';

/**
 * How a row of a council's text can be judged: from dates, numbers and fields; by a person's or a document's word; or not at
 * all, so that it is shown and asked about in audit.
 */
export const RowClass = z.enum(['computed', 'evidence', 'guidance']);
export type RowClass = z.infer<typeof RowClass>;

/** One point of a council's text, as our catalogue numbers it. */
export const CatalogueRow = z.strictObject({
  id: RuleId,
  class: RowClass,
  /** The text's own verb, for every computed row and wherever else the catalogue tells it. A duty stated without one is a must. */
  strength: Strength.optional(),
  /** Where in the council's own text it stands. */
  section: z.string().min(2),
  title: z.string().min(3).max(80),
});
export type CatalogueRow = z.infer<typeof CatalogueRow>;

/** Every row of one council's text, each id once. */
export const CatalogueRows = z
  .array(CatalogueRow)
  .min(1)
  .superRefine((rows, context) => {
    const seen = new Set<string>();
    rows.forEach(({ id }, index) => {
      if (seen.has(id)) context.addIssue({ code: 'custom', path: [index, 'id'], message: `The row "${id}" stands twice.` });
      seen.add(id);
    });
  });
export type CatalogueRows = z.infer<typeof CatalogueRows>;

/** A row that needs several rules gives each but the first a word after its own id: `BCP-formal-16.third`. */
const FURTHER_RULE = /^\.[a-z]{2,}$/;

/** Whether a rule stands for a row. */
export function standsFor(ruleId: string, rowId: string): boolean {
  return ruleId === rowId || (ruleId.startsWith(rowId) && FURTHER_RULE.test(ruleId.slice(rowId.length)));
}

const RANK: Readonly<Record<RowClass, number>> = { guidance: 0, evidence: 1, computed: 2 };

/** How a rule of this kind judges: what is only shown, what somebody confirms, and all that is worked out. */
export function classOfKind(kind: Rule['kind']): RowClass {
  return kind === 'guidance' || kind === 'evidence' ? kind : 'computed';
}

/** Whether a row is left to people, or only shown, although it could be judged better. */
export function isFiledTooLow(row: CatalogueRow, rule: Rule): boolean {
  return rule.id === row.id && RANK[classOfKind(rule.kind)] < RANK[row.class];
}
