import { type ReactElement } from 'react';
import { Alert } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { PolicyView } from '@plumbline/analytics/compliance';
import { conventionInWords, dateInWords } from '@plumbline/analytics/wording';
import { useTRPC } from '../../../app/api/trpc.ts';
import { PageHeading } from '../../../app/layout/page-heading.tsx';
import { PageSkeleton } from '../../../app/states/page-skeleton.tsx';
import { Problem } from '../../../app/states/problem.tsx';
import css from '../components/policy.module.css';
import { policySections } from '../model/policy-sections.ts';

const route = getRouteApi('/policy/version');

/** A version of the policy that is not in force: what it says, rule by rule. */
export function VersionPage(): ReactElement {
  const { of: contentHash } = route.useSearch();
  const trpc = useTRPC();
  const policy = useQuery(trpc.policy.view.queryOptions({ contentHash }, { staleTime: 10 * 60_000 }));
  return (
    <>
      <PageHeading
        title={policy.data === undefined ? 'A version of the policy' : `Version ${policy.data.version}`}
        above={<Link to="/policy/versions">Versions of the policy</Link>}
        lead={
          policy.data === undefined
            ? ' '
            : `${policy.data.title}. ${policy.data.council}, from ${dateInWords(policy.data.validFrom)}.`
        }
      />
      {policy.isPending && <PageSkeleton label="Loading the version" />}
      {policy.isError && (
        <Problem error={policy.error} what="The version could not be loaded" onRetry={() => void policy.refetch()} />
      )}
      {policy.data !== undefined && <Version policy={policy.data} />}
    </>
  );
}

function Version({ policy }: { readonly policy: PolicyView }): ReactElement {
  return (
    <div className={css['text']}>
      {!policy.isInForce && (
        <Alert variant="light" color="gray" mb="lg">
          This is not the version in force. What opened while it was stands under it.{' '}
          <Link to="/policy/compare">Compare versions</Link>
        </Alert>
      )}
      {policySections(policy.rules, '').map((section) => (
        <section key={section.id} aria-labelledby={section.id}>
          <h2 id={section.id}>{section.title}</h2>
          {section.rules.map((rule) => (
            <article key={rule.id} className={css['rule']} id={rule.id}>
              <span className={css['cites']}>{rule.clause}</span>
              <div>
                <p className={css['says']}>{rule.says}</p>
                <p className={css['cites']}>
                  {rule.appliesTo} · {rule.strength} · {rule.id}
                </p>
              </div>
            </article>
          ))}
        </section>
      ))}
      <section aria-labelledby="counting">
        <h2 id="counting">How counting is done</h2>
        <ul>
          {policy.conventions.map((one) => (
            <li key={one.name}>{conventionInWords(one.name, one.value)}</li>
          ))}
        </ul>
      </section>
    </div>
  );
}
