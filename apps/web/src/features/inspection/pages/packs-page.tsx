import { type ReactElement } from 'react';
import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../../../app/api/trpc.ts';
import { PageHeading } from '../../../app/layout/page-heading.tsx';
import { Empty } from '../../../app/states/empty.tsx';
import { PageSkeleton } from '../../../app/states/page-skeleton.tsx';
import { Problem } from '../../../app/states/problem.tsx';
import { TextLink } from '../../../parts/link/text-link.tsx';
import { DraftButton } from '../components/draft-button.tsx';
import { PackList } from '../components/pack-list.tsx';
import css from '../components/inspection.module.css';

/** Inspection packs: drafted in one click, then checked and approved by two people. */
export function PacksPage(): ReactElement {
  const trpc = useTRPC();
  const packs = useQuery(trpc.impact.packs.queryOptions());
  return (
    <>
      <PageHeading
        title="Inspection pack"
        lead="Everything that inspectors ask about supervision, in one file: each figure with what it was counted from, what was left out and a code by which it can be worked out again. One person drafts it; two different people check and approve it by name."
        above={<TextLink to="/service">Service</TextLink>}
      />
      {packs.isPending && <PageSkeleton label="Loading the packs" />}
      {packs.isError && <Problem error={packs.error} what="The packs could not be loaded" onRetry={() => void packs.refetch()} />}
      {packs.data !== undefined && (
        <div className={css['page']}>
          {packs.data.length === 0 ? (
            <Empty title="No pack yet" action={<DraftButton />}>
              Each pack stands here with its figures and with who drafted, checked and approved it. Drafting one changes nothing
              and is sent to nobody: begin with it, and see what is held and what is not.
            </Empty>
          ) : (
            <>
              <DraftButton />
              <section aria-labelledby="packs" className={css['part']}>
                <Title order={2} id="packs">
                  Packs
                </Title>
                <PackList packs={packs.data} />
              </section>
            </>
          )}
        </div>
      )}
    </>
  );
}
