import { type ReactElement } from 'react';
import type { PolicyRuleRow } from '@plumbline/analytics/compliance';
import css from './policy.module.css';

const STRENGTHS: Readonly<Record<PolicyRuleRow['strength'], string>> = {
  must: 'must',
  should: 'should',
  recommended: 'recommended',
  may: 'may',
};

/** One rule with its place in the policy; the place is a link that can be sent. */
export function RuleItem({ rule }: { readonly rule: PolicyRuleRow }): ReactElement {
  return (
    <article className={css['rule']} id={rule.id}>
      <a href={`#${rule.id}`} className={css['clause']} aria-label={`Link to ${rule.clause}`}>
        {rule.clause}
      </a>
      <div>
        <p className={css['says']}>{rule.says}</p>
        <p className={css['cites']}>
          {rule.appliesTo} · {STRENGTHS[rule.strength]}
        </p>
      </div>
    </article>
  );
}
