import { type ReactElement } from 'react';
import type { PolicyRuleRow } from '@plumbline/analytics/compliance';
import { Link } from '@tanstack/react-router';
import css from './policy.module.css';

const STRENGTHS: Readonly<Record<PolicyRuleRow['strength'], string>> = {
  must: 'must',
  should: 'should',
  recommended: 'recommended',
  may: 'may',
};

/** One rule with its place in the policy; its clause opens the rule. */
export function RuleItem({ rule }: { readonly rule: PolicyRuleRow }): ReactElement {
  return (
    <article className={css['rule']} id={rule.id}>
      <Link to="/policy/rule" search={{ id: rule.id }} className={css['clause']} aria-label={`${rule.clause}, ${rule.id}`}>
        {rule.clause}
      </Link>
      <div>
        <p className={css['says']}>{rule.says}</p>
        <p className={css['cites']}>
          {rule.appliesTo} · {STRENGTHS[rule.strength]}
          {rule.isLocal && ' · added here, not in the policy’s text'}
        </p>
      </div>
    </article>
  );
}
