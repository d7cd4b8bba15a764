import { useState, type ReactElement } from 'react';
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import type { CodedExtractRow, CodingView } from '@plumbline/analytics/focus-groups';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTRPC } from '../../../app/api/trpc.ts';
import { PageHeading } from '../../../app/layout/page-heading.tsx';
import { PageSkeleton } from '../../../app/states/page-skeleton.tsx';
import { Problem } from '../../../app/states/problem.tsx';
import { newIdempotencyKey } from '../../../parts/form/idempotency.ts';
import { RefusalNotice } from '../../../parts/form/refusal-notice.tsx';
import { refusalOf } from '../../../parts/form/refusal.ts';
import { AgreementTable } from '../components/agreement-table.tsx';
import { CodePanel } from '../components/code-panel.tsx';
import { CuttableRecord } from '../components/cuttable-record.tsx';
import css from '../components/focus-groups.module.css';
import { GroupCrumbs } from '../components/group-crumbs.tsx';
import { GroupTabs } from '../components/group-tabs.tsx';

const route = getRouteApi('/surveys/focus-groups/$groupId/coding');

/** Cuts extracts out of a record and gives them codes; a second coder does so without seeing the first's. */
export function CodingPage(): ReactElement {
  const { groupId } = route.useParams();
  const trpc = useTRPC();
  const group = useQuery(trpc.focusGroups.get.queryOptions({ groupId }));
  const coding = useQuery(trpc.focusGroups.coding.queryOptions({ groupId }));
  const failed = group.isError ? group : coding.isError ? coding : null;
  if (failed !== null)
    return (
      <>
        <PageHeading title="Coding" above={<GroupCrumbs />} />
        <Problem error={failed.error} what="The extracts could not be loaded" onRetry={() => void failed.refetch()} />
      </>
    );
  if (group.data === undefined || coding.data === undefined) return <PageSkeleton label="Loading the extracts" />;
  return (
    <>
      <PageHeading
        title={`Coding: ${coding.data.title}`}
        above={<GroupCrumbs group={{ id: groupId, title: coding.data.title }} here="Coding" />}
        lead={leadOf(coding.data)}
      />
      <GroupTabs group={group.data} here="coding" />
      <Loaded view={coding.data} />
    </>
  );
}

function leadOf({ extracts, agreement, codebookNumber }: CodingView): string {
  const drawn = extracts.filter(({ isDrawn }) => isDrawn).length;
  const open = extracts.filter(({ isDrawn, role, hasSecond }) => isDrawn && role === 'second' && !hasSecond).length;
  const cut = `${extracts.length} ${extracts.length === 1 ? 'extract' : 'extracts'}`;
  const waiting = open === 0 ? '' : `, ${open} of them ${open === 1 ? 'waits' : 'wait'} for you`;
  return `${cut}, ${agreement.doubleCoded} coded by two; ${drawn} ${drawn === 1 ? 'is' : 'are'} drawn for a second coder${waiting}. Codebook version ${codebookNumber === 0 ? 'as shipped' : codebookNumber}.`;
}

function Loaded({ view }: { readonly view: CodingView }): ReactElement {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const again = (): Promise<void> =>
    queryClient.invalidateQueries({ queryKey: trpc.focusGroups.coding.queryKey({ groupId: view.groupId }) });
  const [openId, setOpenId] = useState<string | null>(null);
  const cut = useMutation(trpc.focusGroups.cut.mutationOptions({ onSuccess: again }));
  const open = view.extracts.find(({ id }) => id === openId) ?? null;
  return (
    <Stack gap="xl">
      {cut.isError && <RefusalNotice refusal={refusalOf(cut.error)} />}
      <div className={css['wide']}>
        <CuttableRecord
          record={view.record}
          extracts={view.extracts}
          isCutting={cut.isPending}
          onCut={(questionId, words, isVerbatim) =>
            cut.mutate(
              { groupId: view.groupId, questionId, words, isVerbatim, idempotencyKey: newIdempotencyKey() },
              { onSuccess: ({ extractId }) => setOpenId(extractId) },
            )
          }
        />
        <div className={css['side']}>
          {open === null ? (
            <Extracts view={view} onOpen={setOpenId} />
          ) : (
            <CodePanel
              key={`${open.id} ${open.mine?.version ?? 0}`}
              extract={open}
              codebook={view.codebook}
              onKept={again}
              onClose={() => setOpenId(null)}
              onNext={() => setOpenId(nextToCode(view.extracts, open.id))}
            />
          )}
        </div>
      </div>
      <AgreementTable agreement={view.agreement} />
    </Stack>
  );
}

/** The next extract that waits for the caller. */
function nextToCode(extracts: readonly CodedExtractRow[], after: string): string | null {
  const at = extracts.findIndex(({ id }) => id === after);
  const order = [...extracts.slice(at + 1), ...extracts.slice(0, at)];
  return order.find(waits)?.id ?? null;
}

function waits({ mine, role, isDrawn }: CodedExtractRow): boolean {
  return mine === null && (role === 'first' || (role === 'second' && isDrawn));
}

function Extracts({ view, onOpen }: { readonly view: CodingView; readonly onOpen: (id: string) => void }): ReactElement {
  const next = view.extracts.find(waits);
  return (
    <section aria-labelledby="extracts">
      <Title order={2} id="extracts" mb="xs">
        Extracts
      </Title>
      {view.extracts.length === 0 && (
        <Text c="dimmed">None yet. Select words in the record and cut them out: with the button, or Alt Shift E.</Text>
      )}
      {next !== undefined && (
        <Group mb="sm">
          <Button size="sm" onClick={() => onOpen(next.id)}>
            Code the next that waits for you
          </Button>
        </Group>
      )}
      <ol className={css['questions']}>
        {view.extracts.map((extract) => (
          <li key={extract.id}>
            <button type="button" className={css['extract']} onClick={() => onOpen(extract.id)}>
              {extract.words === '' ? 'Words erased' : extract.words}
              <br />
              <span className={css['sign']}>{stateOf(extract)}</span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

function stateOf(extract: CodedExtractRow): string {
  if (extract.mine !== null) return `✓ ${extract.mine.codes.join(', ') || 'no code'}`;
  if (extract.role === 'first') return '— not coded';
  if (extract.role === 'done') return '✓ coded by two others';
  return extract.isDrawn ? '✎ drawn for a second coder: you' : '✓ coded by somebody else';
}
