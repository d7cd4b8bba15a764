import { type ReactElement } from 'react';
import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { PolicyDraftRow, PolicyVersionsView } from '@plumbline/analytics/compliance';
import { instantInWords } from '@plumbline/analytics/wording';
import { useTRPC } from '../../../app/api/trpc.ts';
import { PageHeading } from '../../../app/layout/page-heading.tsx';
import { useMe } from '../../../app/session/me.tsx';
import { PageSkeleton } from '../../../app/states/page-skeleton.tsx';
import { Problem } from '../../../app/states/problem.tsx';
import { BeginDraft } from '../components/begin-draft.tsx';
import { VersionList } from '../components/version-list.tsx';
import css from '../components/versions.module.css';

/** The versions of the policy, those in the making, and where a new one begins. */
export function VersionsPage(): ReactElement {
  const trpc = useTRPC();
  const { permissions } = useMe();
  const versions = useQuery(trpc.policy.versions.queryOptions(undefined, { staleTime: 0 }));
  return (
    <>
      <PageHeading
        title="Versions of the policy"
        above={<Link to="/policy">Practice and policy</Link>}
        lead="Each version holds from its first day until the next one begins. What was due under one stays under it."
        actions={
          <Group gap="sm">
            {permissions.includes('policy:draft') && (
              <Button component={Link} to="/what-if" variant="default">
                What if
              </Button>
            )}
            {permissions.includes('policy:readers') && (
              <Button component={Link} to="/policy/readers" variant="default">
                Who has read it
              </Button>
            )}
          </Group>
        }
      />
      {versions.isPending && <PageSkeleton label="Loading the versions" />}
      {versions.isError && (
        <Problem error={versions.error} what="The versions could not be loaded" onRetry={() => void versions.refetch()} />
      )}
      {versions.data !== undefined && <Versions view={versions.data} permissions={permissions} />}
    </>
  );
}

function Versions({
  view,
  permissions,
}: {
  readonly view: PolicyVersionsView;
  readonly permissions: readonly string[];
}): ReactElement {
  const navigate = useNavigate();
  const mayWork = permissions.includes('policy:draft');
  const seesDrafts = mayWork || permissions.includes('policy:publish');
  return (
    <Stack gap="xl">
      {seesDrafts && (
        <section aria-labelledby="drafts">
          <h2 id="drafts">In the making</h2>
          {view.drafts.length === 0 && (
            <Text c="dimmed">{mayWork ? 'Nothing. Begin a new version below.' : 'Nothing is offered for publishing.'}</Text>
          )}
          {view.drafts.map((draft) => (
            <Draft key={draft.id} draft={draft} />
          ))}
        </section>
      )}
      <section aria-labelledby="published">
        <h2 id="published">Published</h2>
        <VersionList versions={view.versions} mayAttach={permissions.includes('policy:attach')} />
      </section>
      {mayWork && (
        <section aria-labelledby="begin">
          <h2 id="begin">Begin a new version</h2>
          <BeginDraft shelf={view.shelf} onBegun={(id) => void navigate({ to: '/policy/draft', search: { id } })} />
        </section>
      )}
    </Stack>
  );
}

function Draft({ draft }: { readonly draft: PolicyDraftRow }): ReactElement {
  return (
    <div className={css['draft']}>
      <Link to="/policy/draft" search={draft.state === 'offered' ? { id: draft.id, part: 'publish' } : { id: draft.id }}>
        {draft.title}
      </Link>
      {draft.state === 'offered' && (
        <Badge tt="none" variant="light">
          Offered as version {draft.offer?.version}
        </Badge>
      )}
      <Text c="dimmed">
        Changed by {draft.updatedBy.name}, {instantInWords(draft.updatedAt)}
      </Text>
    </div>
  );
}
