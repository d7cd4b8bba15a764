import { useMemo, type ReactElement } from 'react';
import { Alert, Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { PolicyView } from '@plumbline/analytics/compliance';
import { dateInWords } from '@plumbline/analytics/wording';
import { useTRPC } from '../../../app/api/trpc.ts';
import { PageHeading } from '../../../app/layout/page-heading.tsx';
import { useMe } from '../../../app/session/me.tsx';
import { Empty } from '../../../app/states/empty.tsx';
import { PageSkeleton } from '../../../app/states/page-skeleton.tsx';
import { Problem } from '../../../app/states/problem.tsx';
import { DecideOtherwise } from '../../policy-authoring/index.ts';
import { policySections } from '../model/policy-sections.ts';
import { ClauseList } from '../components/clause-list.tsx';
import { LibraryList } from '../components/library-list.tsx';
import { OwnerNotice } from '../components/owner-flags.tsx';
import { StatusBanners } from '../components/status-banners.tsx';
import { ForMe } from '../components/for-me.tsx';
import { ReadingNotice } from '../components/reading-notice.tsx';
import { RuleItem } from '../components/rule-item.tsx';
import { ConventionsList } from '../components/conventions-list.tsx';
import css from '../components/policy.module.css';

const route = getRouteApi('/policy');

const STATES: Readonly<Record<string, string>> = {
  'in-force': 'in force',
  'under-review': 'under review',
  draft: 'a draft',
  lapsed: 'past its date',
  undated: 'without a date',
};

/** The council's policy as rules, clause by clause, with how counting is done and where it says nothing. */
export function PolicyPage(): ReactElement {
  const trpc = useTRPC();
  const policy = useQuery(trpc.policy.view.queryOptions(undefined, { staleTime: 10 * 60_000 }));
  const lead =
    policy.data === undefined
      ? ' '
      : `${policy.data.title}. ${policy.data.council}, version ${policy.data.version}, ${STATES[policy.data.state] ?? policy.data.state}. Told in our words; the policy’s own text holds.`;
  return (
    <>
      <PageHeading
        title="Practice and policy"
        lead={lead}
        actions={
          <Group gap="sm">
            <Button component={Link} to="/policy/versions" variant="default">
              Versions
            </Button>
            <Button component={Link} to="/policy/compare" variant="default">
              Compare with other councils
            </Button>
          </Group>
        }
      />
      {policy.isPending && <PageSkeleton label="Loading the policy" />}
      {policy.isError && (
        <Problem error={policy.error} what="The policy could not be loaded" onRetry={() => void policy.refetch()} />
      )}
      {policy.data !== undefined && <Policy policy={policy.data} />}
    </>
  );
}

function Policy({ policy }: { readonly policy: PolicyView }): ReactElement {
  const { find = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const trpc = useTRPC();
  const library = useQuery(trpc.policy.library.queryOptions(undefined, { staleTime: 10 * 60_000 }));
  const sections = useMemo(() => policySections(policy.rules, find), [policy.rules, find]);
  return (
    <div className={css['policy']}>
      <ClauseList
        sections={sections}
        find={find}
        beside={library.data !== undefined && <LibraryList view={library.data} find={find} />}
        onFind={(text) => void navigate({ search: { find: text }, replace: true, resetScroll: false })}
      />
      <div className={css['text']}>
        <OwnerNotice />
        <StatusBanners banners={library.data?.banners ?? []} />
        {policy.stateNote !== null && library.data?.banners.length === 0 && (
          <Alert variant="light" color="gray" mb="lg">
            {policy.stateNote}
          </Alert>
        )}
        {find === '' && <ReadingNotice note={policy.note} />}
        {find === '' && <ForMe />}
        {sections.length === 0 && (
          <Empty title="No rule matches">Nothing in the rules contains “{find}”. Try a clause number or another word.</Empty>
        )}
        {sections.map((section) => (
          <section key={section.id} aria-labelledby={section.id}>
            <h2 id={section.id}>{section.title}</h2>
            {section.rules.map((rule) => (
              <RuleItem key={rule.id} rule={rule} />
            ))}
          </section>
        ))}
        <section aria-labelledby="counting">
          <h2 id="counting">How counting is done</h2>
          <ConventionsList conventions={policy.conventions} />
        </section>
        <Readings policy={policy} />
      </div>
    </div>
  );
}

function Readings({ policy }: { readonly policy: PolicyView }): ReactElement {
  const mayDecide = useMe().permissions.includes('policy:draft');
  return (
    <>
      {policy.interpretations.length > 0 && (
        <section aria-labelledby="readings">
          <h2 id="readings">How it is read here</h2>
          {policy.interpretations.map((one) => (
            <div key={one.id} className={css['reading']}>
              <h3>{one.question}</h3>
              <p>{one.reading}</p>
              {one.alternative !== null && <p className={css['cites']}>It could also be read: {one.alternative}</p>}
              <p className={css['cites']}>
                {one.approvedBy === null
                  ? 'Not yet approved by the council.'
                  : `Approved by ${one.approvedBy}${one.approvedOn === null ? '' : ` on ${dateInWords(one.approvedOn)}`}.`}
                {one.because !== null && ` Because: ${one.because}`}
              </p>
              {mayDecide && one.alternative !== null && (
                <DecideOtherwise
                  from={{ kind: 'reading', id: one.id }}
                  label="Read it the other way here"
                  then={one.alternative}
                />
              )}
            </div>
          ))}
        </section>
      )}
      {policy.silences.length > 0 && (
        <section aria-labelledby="silences">
          <h2 id="silences">What it doesn’t say</h2>
          <ul>
            {policy.silences.map((one) => (
              <li key={one.topic}>{one.says}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
