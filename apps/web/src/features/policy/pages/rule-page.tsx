import { useMemo, type ReactElement } from 'react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTRPC } from '../../../app/api/trpc.ts';
import { PageHeading } from '../../../app/layout/page-heading.tsx';
import { PageSkeleton } from '../../../app/states/page-skeleton.tsx';
import { Problem } from '../../../app/states/problem.tsx';
import { ClauseBeside } from '../components/clause-beside.tsx';
import { ClauseList } from '../components/clause-list.tsx';
import { LibraryList } from '../components/library-list.tsx';
import css from '../components/policy.module.css';
import { RuleView } from '../components/rule-view.tsx';
import { policySections } from '../model/policy-sections.ts';

const route = getRouteApi('/policy/rule');

/** One rule of the policy beside the list of all clauses; its address can be sent. */
export function RulePage(): ReactElement {
  const { id: ruleId, find = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const trpc = useTRPC();
  const policy = useQuery(trpc.policy.view.queryOptions(undefined, { staleTime: 10 * 60_000 }));
  const library = useQuery(trpc.policy.library.queryOptions(undefined, { staleTime: 10 * 60_000 }));
  const rule = useQuery(trpc.policy.rule.queryOptions({ ruleId }, { staleTime: 10 * 60_000 }));
  const sections = useMemo(() => policySections(policy.data?.rules ?? [], find), [policy.data, find]);
  return (
    <>
      <PageHeading
        title="Practice and policy"
        tabTitle={`${ruleId} · Policy`}
        above={
          <Link to="/policy" search={find === '' ? {} : { find }}>
            The whole policy
          </Link>
        }
        lead={policy.data === undefined ? ' ' : `${policy.data.title}. ${policy.data.council}, version ${policy.data.version}.`}
      />
      <div className={`${css['policy']} ${css['ruleFirst']}`}>
        <ClauseList
          sections={sections}
          find={find}
          ruleId={ruleId}
          beside={library.data !== undefined && <LibraryList view={library.data} find={find} />}
          onFind={(text) => void navigate({ search: { id: ruleId, find: text }, replace: true, resetScroll: false })}
        />
        <div>
          {rule.isPending && <PageSkeleton label="Loading the rule" />}
          {rule.isError && <Problem error={rule.error} what="The rule could not be loaded" onRetry={() => void rule.refetch()} />}
          {rule.data !== undefined && <RuleView key={ruleId} rule={rule.data} silences={policy.data?.silences ?? []} />}
          <ClauseBeside ruleId={ruleId} />
        </div>
      </div>
    </>
  );
}
