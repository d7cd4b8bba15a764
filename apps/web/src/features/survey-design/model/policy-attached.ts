import { appraisalItems, type DesignPolicy, type Instrument, type Item } from '@plumbline/domain/surveys';
import { withItems } from './edit-form.ts';

/** The policy in force as a page has it from the server. */
export type PolicyInForce = DesignPolicy;

type Fact = Extract<Item, { kind: 'policy-fact' }>;

/** Questions of a form about what the policy says. */
export function factItems(form: Instrument): Fact[] {
  return form.items.filter((item): item is Fact => item.kind === 'policy-fact');
}

/** Whether the form asks about the version that is in force now. */
export function isOfPolicyInForce(form: Instrument, policy: PolicyInForce): boolean {
  return form.policy?.packId === policy.packId && form.policy.version === policy.version;
}

/**
 * The form with the policy in force attached: its usual factual questions anew after the first question, and question 7 worded as the
 * policy has it; what the council worded itself stays.
 */
export function attachedPolicy(form: Instrument, policy: PolicyInForce): Instrument {
  const facts = policy.questions.items.filter(({ id }) => policy.usualItems.includes(id));
  const appraisal = new Map(
    appraisalItems(policy.keepsAppraisalApart, policy.appraisalWord ?? undefined).map((item) => [item.id, item]),
  );
  const others = form.items
    .filter(({ kind }) => kind !== 'policy-fact')
    .map((item) => {
      const wording = item.lineage.startsWith('bank-7') ? appraisal.get(item.id) : undefined;
      return wording === undefined ? item : { ...item, text: wording.text, help: wording.help, lineage: wording.lineage };
    });
  const bare: Instrument = { ...form, policy: { packId: policy.packId, version: policy.version }, items: others };
  return others.some(({ id }) => id === '1a') ? withItems(bare, facts, '1a') : { ...bare, items: [...facts, ...others] };
}
