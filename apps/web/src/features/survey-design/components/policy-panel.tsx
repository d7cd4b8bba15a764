import { type ReactElement } from 'react';
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { listInWords, TOPIC_WORDS } from '@plumbline/analytics/wording';
import { ROLE_FAMILIES, type Item } from '@plumbline/domain/surveys';
import { TextLink } from '../../../parts/link/text-link.tsx';
import { attachedPolicy, factItems, isOfPolicyInForce } from '../model/policy-attached.ts';
import type { LoadedDesign } from '../model/outputs.ts';
import css from './design.module.css';
import type { FormWork } from './use-form.ts';

type Fact = Extract<Item, { kind: 'policy-fact' }>;

/** Which version of the policy the form asks about, what its questions say, and about what the policy says nothing. */
export function PolicyPanel({ design, work }: { readonly design: LoadedDesign; readonly work: FormWork }): ReactElement {
  const { policy } = design;
  const { form } = work;
  if (policy === null)
    return (
      <Text>
        There is no published policy yet, so nothing can be asked about what it says.{' '}
        <TextLink to="/policy">Practice and policy</TextLink>
      </Text>
    );
  const facts = factItems(form);
  const isCurrent = isOfPolicyInForce(form, policy);
  return (
    <Stack gap="xl" maw="48rem">
      <section aria-labelledby="attached">
        <h2 id="attached">The policy it asks about</h2>
        <Text>
          {form.policy === null
            ? 'None is attached: nothing is asked about what the policy says.'
            : `Version ${form.policy.version}. ${facts.length === 1 ? 'One question is' : `${facts.length} questions are`} written from its values.`}
        </Text>
        {!isCurrent && form.policy !== null && (
          <Alert variant="light" color="var(--pl-status-advisory)" mt="sm" title={`Version ${policy.version} is in force now`}>
            The right answers may be others than before. Attach the version in force; questions that ask the same are still
            compared.
          </Alert>
        )}
        <Group gap="sm" mt="md">
          {!isCurrent && (
            <Button
              onClick={() =>
                work.edit((before) => attachedPolicy(before, policy), `Attached the policy, version ${policy.version}`)
              }
            >
              {form.policy === null ? 'Attach the policy in force' : `Attach version ${policy.version}`}
            </Button>
          )}
          {form.policy !== null && (
            <Button
              variant="default"
              onClick={() =>
                work.edit(
                  (before) => ({ ...before, policy: null, items: before.items.filter(({ kind }) => kind !== 'policy-fact') }),
                  'Took the policy away',
                )
              }
            >
              Ask nothing about the policy
            </Button>
          )}
        </Group>
        <Text mt="md">{APPRAISAL_WORDS[String(policy.keepsAppraisalApart) as keyof typeof APPRAISAL_WORDS]}</Text>
      </section>
      {facts.length > 0 && (
        <section aria-labelledby="facts">
          <h2 id="facts">What its questions say</h2>
          {facts.map((fact) => (
            <FactView key={fact.id} fact={fact} />
          ))}
        </section>
      )}
      <Silences policy={policy} />
    </Stack>
  );
}

const APPRAISAL_WORDS = {
  true: 'This policy keeps appraisal apart from supervision, and question 7 is worded so.',
  false: 'This policy has appraisal inside supervision, and question 7 is worded so.',
  null: 'This policy does not say whether appraisal is part of supervision; question 7 leaves that open.',
} as const;

function FactView({ fact }: { readonly fact: Fact }): ReactElement {
  return (
    <div className={css['fact']}>
      <Text fw={600}>{fact.text}</Text>
      <ul className={css['plain']}>
        {fact.options.map(({ id, text }) => (
          <li key={id}>{id === fact.right ? <strong>✓ {text} (right)</strong> : text}</li>
        ))}
      </ul>
      <Text size="sm" c="dimmed">
        Rule {fact.rule}, {fact.clause}
      </Text>
    </div>
  );
}

function Silences({ policy }: { readonly policy: NonNullable<LoadedDesign['policy']> }): ReactElement | null {
  const { silences } = policy.questions;
  if (silences.length === 0) return null;
  return (
    <section aria-labelledby="silent">
      <h2 id="silent">What cannot be asked</h2>
      <Text>Nobody can be right or wrong about what the policy doesn’t say.</Text>
      <ul className={css['findings']}>
        {silences.map(({ topic, families, says }) => (
          <li key={topic}>
            <strong>{TOPIC_WORDS[topic]}.</strong>{' '}
            {families.length < Object.keys(ROLE_FAMILIES).length &&
              `For ${listInWords(families.map((family) => ROLE_FAMILIES[family].toLowerCase()))}: `}
            {says ?? 'The policy doesn’t say.'}
          </li>
        ))}
      </ul>
    </section>
  );
}
