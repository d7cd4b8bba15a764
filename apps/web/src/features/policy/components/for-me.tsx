import { type ReactElement } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { MineGroup, PolicyForMe } from '@plumbline/analytics/prepare';
import { listInWords } from '@plumbline/analytics/wording';
import { useTRPC } from '../../../app/api/trpc.ts';
import { PageSkeleton } from '../../../app/states/page-skeleton.tsx';
import { Problem } from '../../../app/states/problem.tsx';
import css from './for-me.module.css';

/** What the policy asks today of whoever reads the page. */
export function ForMe(): ReactElement {
  const trpc = useTRPC();
  const mine = useQuery(trpc.policy.forMe.queryOptions());
  return (
    <section aria-labelledby="for-me">
      <h2 id="for-me">What the policy asks of me</h2>
      {mine.isPending && <PageSkeleton label="Loading what the policy asks of you" />}
      {mine.isError && <Problem error={mine.error} what="This part could not be loaded" onRetry={() => void mine.refetch()} />}
      {mine.data !== undefined && <Asked mine={mine.data} />}
    </section>
  );
}

function Asked({ mine }: { readonly mine: PolicyForMe }): ReactElement {
  const because = mine.because.length === 0 ? '' : `: ${listInWords(mine.because)}`;
  return (
    <>
      <p className={css['quiet']}>Today, going by your records{because}.</p>
      {mine.isInScope === false && <p>Going by your records, you are not among those whom this policy is for.</p>}
      {mine.groups.length === 0 && (
        <p>No rule that Plumbline works out asks anything of you today. The rules below that are for everybody still hold.</p>
      )}
      <div className={css['groups']}>
        {mine.groups.map((group) => (
          <Group key={group.id} group={group} />
        ))}
      </div>
    </>
  );
}

/** So many are read at a glance; the rest open below them. */
const AT_FIRST = 4;

function Group({ group }: { readonly group: MineGroup }): ReactElement {
  const rest = group.items.slice(AT_FIRST);
  return (
    <section className={css['group']} aria-labelledby={`for-me-${group.id}`}>
      <h3 id={`for-me-${group.id}`}>{group.title}</h3>
      <Items items={group.items.slice(0, AT_FIRST)} />
      {rest.length > 0 && (
        <details>
          <summary>{rest.length} more</summary>
          <Items items={rest} />
        </details>
      )}
    </section>
  );
}

function Items({ items }: { readonly items: MineGroup['items'] }): ReactElement {
  return (
    <ul className={css['items']}>
      {items.map((item) => (
        <li key={`${item.rule} ${item.words ?? ''}`}>
          {item.words !== null && <strong className={css['words']}>{item.words}</strong>}
          {item.says}{' '}
          <span className={css['quiet']}>
            {item.strength} ·{' '}
            <Link to="/policy/rule" search={{ id: item.rule }} aria-label={`${item.clause}, ${item.rule}`}>
              {item.clause}
            </Link>
          </span>
        </li>
      ))}
    </ul>
  );
}
