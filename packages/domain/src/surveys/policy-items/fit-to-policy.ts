import type { PolicyPack } from '../../policy/pack.ts';
import { appraisalItems } from '../bank/joining-up.ts';
import type { Instrument, Item } from '../instrument.ts';
import { usualPolicyItems } from './policy-items.ts';

/**
 * Whether the policy keeps appraisal apart from supervision (true), has it inside supervision (false), or says neither (null): a
 * setting by which it counts for nothing, or a quota of conversations that supervision has to hold.
 */
export function keepsAppraisalApart(pack: PolicyPack): boolean | null {
  const isApart = pack.rules.some((rule) => rule.kind === 'setting' && rule.parameters['appraisalCountsFor'] === 'none');
  if (isApart) return true;
  const isInside = pack.rules.some((rule) => rule.kind === 'quota' && rule.counts.conversations !== undefined);
  return isInside ? false : null;
}

/** The items of question 7 in the policy's own word for appraisal. */
export function appraisalItemsFor(pack: PolicyPack): readonly Item[] {
  return appraisalItems(keepsAppraisalApart(pack), pack.words['appraisal']);
}

/**
 * A form with a policy attached: its factual items are written anew from the policy, question 7 is worded as the policy has it, and
 * everything else stays. Factual items come after the first item, which asks how well the policy is known.
 */
export function fitToPolicy(instrument: Instrument, pack: PolicyPack): Instrument {
  const appraisal = new Map(appraisalItemsFor(pack).map((item) => [item.id, item]));
  const kept = instrument.items
    .filter(({ kind }) => kind !== 'policy-fact')
    .map((item) => rewordedFor(item, appraisal.get(item.id)));
  const after = kept.findIndex(({ id }) => id === '1a') + 1;
  return {
    ...instrument,
    policy: { packId: pack.id, version: pack.version },
    items: [...kept.slice(0, after), ...usualPolicyItems(pack), ...kept.slice(after)],
  };
}

/** The policy's wording of an item of question 7, as long as it is the bank's; what a council has made of it stays. */
function rewordedFor(item: Item, wording: Item | undefined): Item {
  if (wording === undefined || !item.lineage.startsWith('bank-7')) return item;
  return { ...item, text: wording.text, textGiving: wording.textGiving, help: wording.help, lineage: wording.lineage };
}
