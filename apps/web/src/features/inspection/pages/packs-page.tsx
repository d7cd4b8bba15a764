import { type ReactElement } from 'react';
import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../../../app/api/trpc.ts';
import { PageHeading } from '../../../app/layout/page-heading.tsx';
import { useMe } from '../../../app/session/me.tsx';
import { Empty } from '../../../app/states/empty.tsx';
import { PageSkeleton } from '../../../app/states/page-skeleton.tsx';
import { Problem } from '../../../app/states/problem.tsx';
import { ButtonLink, TextLink } from '../../../parts/link/text-link.tsx';
import { DraftPack } from '../components/draft-pack.tsx';
import { PackTable } from '../components/pack-table.tsx';
import css from '../components/inspection.module.css';
import type { PackList } from '../model/outputs.ts';

/** Inspection packs: drafted in one click, then checked and approved by two people. */
export function PacksPage(): ReactElement {
  const trpc = useTRPC();
  const { permissions } = useMe();
  const packs = useQuery(trpc.impact.packs.queryOptions());
  return (
    <>
      <PageHeading
        title="Inspection pack"
        lead="Everything that inspectors ask about supervision, in one file: each figure with what it was counted from, what was left out and a code by which it can be worked out again. One person drafts it; two different people check and approve it by name."
        above={<TextLink to="/service">Service</TextLink>}
        actions={
          permissions.includes('impact:sample') && (
            <ButtonLink variant="default" to="/inspection/sample">
              Inspector’s sample
            </ButtonLink>
          )
        }
      />
      {packs.isPending && <PageSkeleton label="Loading the packs" />}
      {packs.isError && <Problem error={packs.error} what="The packs could not be loaded" onRetry={() => void packs.refetch()} />}
      {packs.data !== undefined && <Packs list={packs.data} />}
    </>
  );
}

function Packs({ list }: { readonly list: PackList }): ReactElement {
  const { packs, mayDraft } = list;
  const mayAny = mayDraft.council || mayDraft.homes.length > 0;
  if (!mayAny)
    return (
      <Empty title="No home of yours is recorded">
        You can draft and read the pack of a children’s home while your post in it is recorded as that of its manager. Whoever
        keeps posts and teams can put that right.
      </Empty>
    );
  if (packs.length === 0)
    return (
      <Empty title="No pack yet" action={<DraftPack mayDraft={mayDraft} />}>
        Each pack stands here with its figures and with who drafted, checked and approved it. Drafting one changes nothing and is
        sent to nobody: begin with it, and see what is held and what is not.
      </Empty>
    );
  return (
    <div className={css['page']}>
      <DraftPack mayDraft={mayDraft} />
      <section aria-labelledby="packs" className={css['part']}>
        <Title order={2} id="packs">
          Packs
        </Title>
        <PackTable packs={packs} />
      </section>
    </div>
  );
}
