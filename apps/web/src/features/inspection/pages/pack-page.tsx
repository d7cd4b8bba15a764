import { type ReactElement } from 'react';
import { Button, Group, Title } from '@mantine/core';
import { dateInWords } from '@plumbline/analytics/wording';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTRPC } from '../../../app/api/trpc.ts';
import { PageHeading } from '../../../app/layout/page-heading.tsx';
import { PageSkeleton } from '../../../app/states/page-skeleton.tsx';
import { Problem } from '../../../app/states/problem.tsx';
import { TextLink } from '../../../parts/link/text-link.tsx';
import { PackPart } from '../components/pack-part.tsx';
import { PackSteps } from '../components/pack-steps.tsx';
import css from '../components/inspection.module.css';
import type { PackView } from '../model/outputs.ts';
import { standingInWords, stateInWords, titleOf } from '../model/pack-words.ts';

const route = getRouteApi('/inspection/$packId');

/** One pack on screen, part by part, as it was drafted. */
export function PackPage(): ReactElement {
  const trpc = useTRPC();
  const { packId } = route.useParams();
  const view = useQuery(trpc.impact.pack.queryOptions({ packId }));
  return (
    <>
      <PageHeading
        title={view.data === undefined ? 'Inspection pack' : titleOf(view.data)}
        lead={
          view.data !== undefined && (
            <>
              {stateInWords(view.data.state)}. {dateInWords(view.data.pack.from)} to {dateInWords(view.data.pack.to)}, under
              policy {view.data.policyVersion}.
            </>
          )
        }
        above={<TextLink to="/inspection">Inspection packs</TextLink>}
        actions={view.data !== undefined && <Downloads packId={packId} />}
      />
      {view.isPending && <PageSkeleton label="Loading the pack" />}
      {view.isError && <Problem error={view.error} what="The pack could not be loaded" onRetry={() => void view.refetch()} />}
      {view.data !== undefined && <Pack view={view.data} />}
    </>
  );
}

const FORMS = [
  { form: 'pdf', label: 'PDF' },
  { form: 'xlsx', label: 'Excel' },
  { form: 'csv', label: 'CSV' },
] as const;

function Downloads({ packId }: { readonly packId: string }): ReactElement {
  return (
    <Group gap="xs">
      {FORMS.map(({ form, label }) => (
        <Button key={form} variant="default" component="a" href={`/api/impact/packs/${packId}.${form}`} download>
          {label}
        </Button>
      ))}
    </Group>
  );
}

function Pack({ view }: { readonly view: PackView }): ReactElement {
  const { parts } = view.pack;
  return (
    <div className={css['page']}>
      <PackSteps view={view} />
      <nav aria-labelledby="contents" className={css['part']}>
        <Title order={2} id="contents">
          Parts
        </Title>
        <ol className={css['contents']}>
          {parts.map((part) => (
            <li key={part.id}>
              <TextLink to="/inspection/$packId" params={{ packId: view.id }} hash={`part-${part.id}`}>
                {part.title}
              </TextLink>
              {part.notHeld && ` (${standingInWords(part).toLowerCase()})`}
            </li>
          ))}
        </ol>
      </nav>
      <div className={css['parts']}>
        {parts.map((part, i) => (
          <PackPart key={part.id} part={part} place={i + 1} />
        ))}
      </div>
    </div>
  );
}
