import { type ReactElement } from 'react';
import { Badge, Group } from '@mantine/core';
import type { CheckKind, RuleDetail } from '@plumbline/analytics/prepare';
import { clauseInWords, dateInWords } from '@plumbline/analytics/wording';
import { Examples } from './examples.tsx';
import css from './rule-view.module.css';

const CHECKED: Readonly<Record<CheckKind, string>> = {
  computed: 'Computed',
  confirming: '✎ Needs confirming',
  shown: 'Shown and audited',
};

interface RuleViewProps {
  readonly rule: RuleDetail;
  readonly silences: readonly { readonly topic: string; readonly says: string }[];
}

/** One rule: what it says and asks, how it is checked, how it is read here, and its worked examples. */
export function RuleView({ rule, silences }: RuleViewProps): ReactElement {
  return (
    <article className={css['rule']} aria-labelledby="rule-title">
      <p className={css['quiet']}>
        {clauseInWords(rule.clause)} · {rule.id}
      </p>
      <h2 id="rule-title" className={css['says']}>
        {rule.says}
      </h2>
      <Group gap="xs" mb="md">
        <Badge tt="none" size="lg" variant="light">
          {rule.strength}
        </Badge>
        <Badge tt="none" size="lg" variant="outline">
          {CHECKED[rule.check.kind]}
        </Badge>
        {rule.isInferred && (
          <Badge tt="none" size="lg" variant="outline">
            Our number
          </Badge>
        )}
      </Group>
      {rule.isInferred && (
        <p>The policy gives no number here. This one is concluded from other clauses; the reading below says how.</p>
      )}
      <dl className={css['parameters']}>
        <dt>For whom</dt>
        <dd>{rule.appliesTo}</dd>
        {rule.parameters.map(({ name, value }) => (
          <div key={name} className={css['pair']}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <dt>How it is checked</dt>
        <dd>{rule.check.words}</dd>
        {rule.auditQuestion !== null && (
          <>
            <dt>Asked in audits</dt>
            <dd>{rule.auditQuestion}</dd>
          </>
        )}
      </dl>
      <Readings readings={rule.readings} />
      <Examples ruleId={rule.id} />
      <Silences silences={silences} />
    </article>
  );
}

function Readings({ readings }: { readonly readings: RuleDetail['readings'] }): ReactElement | null {
  if (readings.length === 0) return null;
  return (
    <section aria-labelledby="rule-readings">
      <h3 id="rule-readings">How it is read here</h3>
      {readings.map((one) => (
        <div key={one.id} className={css['reading']}>
          <h4>{one.question}</h4>
          <p>{one.reading}</p>
          {one.alternative !== undefined && <p className={css['quiet']}>It could also be read: {one.alternative}</p>}
          <p className={css['quiet']}>
            {one.approvedBy === null
              ? 'Ours; not yet approved by the council.'
              : `Approved by ${one.approvedBy}${one.approvedOn === null ? '' : ` on ${dateInWords(one.approvedOn)}`}.`}{' '}
            {one.id}
          </p>
        </div>
      ))}
    </section>
  );
}

function Silences({ silences }: { readonly silences: RuleViewProps['silences'] }): ReactElement | null {
  if (silences.length === 0) return null;
  return (
    <details className={css['silences']}>
      <summary>What the policy doesn’t say ({silences.length})</summary>
      <ul>
        {silences.map((one) => (
          <li key={one.topic}>
            <strong>{one.topic}.</strong> {one.says}
          </li>
        ))}
      </ul>
    </details>
  );
}
