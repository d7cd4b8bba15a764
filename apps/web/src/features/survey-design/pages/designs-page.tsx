import { useState, type ReactElement } from 'react';
import { Button, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { instantInWords } from '@plumbline/analytics/wording';
import { useTRPC } from '../../../app/api/trpc.ts';
import { PageHeading } from '../../../app/layout/page-heading.tsx';
import { Empty } from '../../../app/states/empty.tsx';
import { PageSkeleton } from '../../../app/states/page-skeleton.tsx';
import { Problem } from '../../../app/states/problem.tsx';
import { newIdempotencyKey } from '../../../parts/form/idempotency.ts';
import { refusalOf } from '../../../parts/form/refusal.ts';
import { RefusalNotice } from '../../../parts/form/refusal-notice.tsx';
import { SavedNotice } from '../../../parts/form/saved-notice.tsx';
import { BeginDesign } from '../components/begin-design.tsx';
import css from '../components/design.module.css';
import type { DesignListRow } from '../model/outputs.ts';

/** Surveys in the making and made, and where a new one begins. */
export function DesignsPage(): ReactElement {
  const trpc = useTRPC();
  const navigate = useNavigate();
  const designs = useQuery(trpc.surveyDesigns.list.queryOptions(undefined, { staleTime: 0 }));
  const open = (designId: string): void => void navigate({ to: '/surveys/designs/$designId', params: { designId } });
  return (
    <>
      <PageHeading
        title="Survey forms"
        above={<Link to="/surveys">Surveys</Link>}
        lead="What staff are asked. A form is published before a survey round can ask it, and never changes from then on."
      />
      {designs.isPending && <PageSkeleton label="Loading the survey forms" />}
      {designs.isError && (
        <Problem error={designs.error} what="The survey forms could not be loaded" onRetry={() => void designs.refetch()} />
      )}
      {designs.data !== undefined && (
        <Stack gap="xl">
          <Forms designs={designs.data.designs} />
          <section aria-labelledby="begin">
            <h2 id="begin">Begin a survey form</h2>
            <BeginDesign designs={designs.data.designs} onBegun={open} />
          </section>
        </Stack>
      )}
    </>
  );
}

function Forms({ designs }: { readonly designs: readonly DesignListRow[] }): ReactElement {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [aside, setAside] = useState<{ readonly row: DesignListRow; readonly version: number } | null>(null);
  const again = (): void => void queryClient.invalidateQueries({ queryKey: trpc.surveyDesigns.pathKey() });
  const takeUp = useMutation(
    trpc.surveyDesigns.takeUp.mutationOptions({
      onSuccess: () => {
        setAside(null);
        again();
      },
    }),
  );
  const discard = useMutation(trpc.surveyDesigns.discard.mutationOptions({ onSuccess: again }));

  function putAside(row: DesignListRow): void {
    discard.mutate(
      { designId: row.id, baseVersion: row.version, idempotencyKey: newIdempotencyKey() },
      { onSuccess: ({ version }) => setAside({ row, version }) },
    );
  }

  return (
    <section aria-label="Survey forms">
      {aside !== null && (
        <SavedNotice
          title={`“${aside.row.title}” is put aside`}
          isUndoing={takeUp.isPending}
          onUndo={() =>
            takeUp.mutate({ designId: aside.row.id, baseVersion: aside.version, idempotencyKey: newIdempotencyKey() })
          }
        >
          <Text>Its versions are kept, and rounds that ask it go on.</Text>
        </SavedNotice>
      )}
      {discard.isError && <RefusalNotice refusal={refusalOf(discard.error)} />}
      {takeUp.isError && <RefusalNotice refusal={refusalOf(takeUp.error)} />}
      {designs.length === 0 && (
        <Empty title="No survey form yet">
          The forms that you make stand here. Begin with the full form below: it asks the thirteen questions of the focus group,
          takes ten to twelve minutes, and can be changed before anybody sees it.
        </Empty>
      )}
      {designs.map((row) => (
        <div key={row.id} className={css['design']}>
          <div>
            <Link to="/surveys/designs/$designId" params={{ designId: row.id }}>
              {row.title}
            </Link>
            <Text c="dimmed">
              {row.versions[0] === undefined ? 'Not published yet' : `Published up to version ${row.versions[0].number}`}. Changed
              by {row.updatedBy.name}, {instantInWords(row.updatedAt)}
            </Text>
          </div>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`Put “${row.title}” aside`}
            loading={discard.isPending && discard.variables?.designId === row.id}
            onClick={() => putAside(row)}
          >
            Put aside
          </Button>
        </div>
      ))}
    </section>
  );
}
