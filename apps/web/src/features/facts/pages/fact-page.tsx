import { lazy, Suspense, useRef, useState, type ReactElement } from 'react';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { FactRow } from '@plumbline/analytics/compliance';
import { kindOf } from '@plumbline/domain/facts';
import { useTRPC } from '../../../app/api/trpc.ts';
import { PageHeading } from '../../../app/layout/page-heading.tsx';
import { useMe } from '../../../app/session/me.tsx';
import { PageSkeleton } from '../../../app/states/page-skeleton.tsx';
import { Problem } from '../../../app/states/problem.tsx';
import { FactHistory } from '../components/fact-history.tsx';
import { FactValues } from '../components/fact-values.tsx';
import { RefusalNotice } from '../../../parts/form/refusal-notice.tsx';
import { SavedNotice } from '../../../parts/form/saved-notice.tsx';
import { factInWords, recordedInWords } from '../model/fact-words.ts';
import { newIdempotencyKey } from '../../../parts/form/idempotency.ts';
import { capitalised, ONE_OF_KIND } from '../model/kind-words.ts';
import { refusalOf } from '../../../parts/form/refusal.ts';
import { sentValues } from '../../../parts/form/sent-values.ts';
import { TextLink } from '../../../parts/link/text-link.tsx';

// Most who look at an entry only read it.
const CorrectFact = lazy(async () => ({ default: (await import('../components/correct-fact.tsx')).CorrectFact }));
const WithdrawForm = lazy(async () => ({ default: (await import('../components/withdraw-form.tsx')).WithdrawForm }));

const route = getRouteApi('/records/$factId');

/** One fact with its history; the place to correct or withdraw it. */
export function FactPage(): ReactElement {
  const { factId } = route.useParams();
  const trpc = useTRPC();
  const history = useQuery(trpc.facts.history.queryOptions({ factId }));
  if (history.isPending) return <PageSkeleton label="Opening the entry" />;
  if (history.isError)
    return (
      <>
        <PageHeading title="An entry" above={<TextLink to="/records">Records</TextLink>} />
        <Problem error={history.error} what="This entry could not be loaded" onRetry={() => void history.refetch()} />
      </>
    );
  const newest = history.data.toSorted((one, other) => other.version - one.version)[0];
  if (newest === undefined) return <Problem error={null} what="This entry has no history" isWholePage />;
  return <OneFact key={factId} newest={newest} versions={history.data} />;
}

type Doing = 'reading' | 'correcting' | 'withdrawing';

function OneFact({ newest, versions }: { readonly newest: FactRow; readonly versions: readonly FactRow[] }): ReactElement {
  const { permissions } = useMe();
  const [doing, setDoing] = useState<Doing>('reading');
  const [corrected, setCorrected] = useState<FactRow | null>(null);
  const change = useFactChanges(newest, () => setDoing('reading'));
  const { title } = kindOf(newest.kind);

  return (
    <>
      <PageHeading
        title={`${capitalised(ONE_OF_KIND[newest.kind])}: ${factInWords(newest)}`}
        lead={newest.isCurrent ? recordedInWords(newest) : 'Withdrawn: it counts no longer.'}
        above={
          <>
            <TextLink to="/records">Records</TextLink> ›{' '}
            <TextLink to="/records" search={{ kind: newest.kind }}>
              {title}
            </TextLink>
          </>
        }
      />
      <Stack gap="xl" maw="52rem">
        {change.withdrawn !== null && (
          <SavedNotice
            title="Withdrawn. What is due was worked out again without it."
            onUndo={change.restore}
            isUndoing={change.isBusy}
          />
        )}
        {corrected !== null && doing === 'reading' && (
          <SavedNotice
            key={newest.version}
            title="Corrected. What is due was worked out again."
            onUndo={() => change.putBack(corrected, () => setCorrected(null))}
            isUndoing={change.isBusy}
          />
        )}
        {change.error !== null && <RefusalNotice refusal={refusalOf(change.error)} />}
        {doing === 'reading' && (
          <>
            <FactValues row={newest} />
            {newest.isCurrent && (
              <Group gap="sm">
                {permissions.includes('facts:correct') && <Button onClick={() => setDoing('correcting')}>Correct</Button>}
                {permissions.includes('facts:withdraw') && (
                  <Button variant="default" onClick={() => setDoing('withdrawing')}>
                    Withdraw
                  </Button>
                )}
              </Group>
            )}
            {newest.isCurrent && newest.source === 'feed' && (
              <Text size="sm" c="dimmed">
                A correction by hand outlives the next file: the file’s value is shown as “kept as corrected by hand” and nothing
                is lost.
              </Text>
            )}
          </>
        )}
        <Suspense fallback={<PageSkeleton label="Opening the form" />}>
          {doing === 'correcting' && (
            <CorrectFact
              fact={newest}
              onSaved={(before) => {
                setCorrected(before);
                setDoing('reading');
              }}
              onLeave={() => setDoing('reading')}
            />
          )}
          {doing === 'withdrawing' && (
            <WithdrawForm isSaving={change.isBusy} onWithdraw={change.withdraw} onCancel={() => setDoing('reading')} />
          )}
        </Suspense>
        <FactHistory versions={versions} />
      </Stack>
    </>
  );
}

/** Withdrawing, and taking back a withdrawal or a correction. */
function useFactChanges(newest: FactRow, onDone: () => void) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const navigate = route.useNavigate();
  const [withdrawn, setWithdrawn] = useState<FactRow | null>(null);
  const key = useRef(newIdempotencyKey());
  const withdrawal = useMutation(trpc.facts.withdraw.mutationOptions());
  const restoring = useMutation(trpc.facts.record.mutationOptions());
  const correction = useMutation(trpc.facts.correct.mutationOptions());
  const refresh = () => void queryClient.invalidateQueries();
  return {
    withdrawn,
    isBusy: withdrawal.isPending || restoring.isPending || correction.isPending,
    error: withdrawal.error ?? restoring.error ?? correction.error,
    withdraw(because: string): void {
      withdrawal.mutate(
        { factId: newest.id, baseVersion: newest.version, because, idempotencyKey: key.current },
        {
          onSuccess: () => {
            key.current = newIdempotencyKey();
            setWithdrawn(newest);
            onDone();
            refresh();
          },
        },
      );
    },
    restore(): void {
      restoring.mutate(
        {
          kind: newest.kind,
          values: sentValues(newest.values),
          because: 'Withdrawal taken back',
          idempotencyKey: newIdempotencyKey(),
        },
        {
          onSuccess: (row) => {
            setWithdrawn(null);
            refresh();
            void navigate({ to: '/records/$factId', params: { factId: row.id } });
          },
        },
      );
    },
    putBack(before: FactRow, onBack: () => void): void {
      correction.mutate(
        {
          factId: newest.id,
          baseVersion: newest.version,
          values: sentValues(before.values),
          because: 'Correction taken back',
          idempotencyKey: newIdempotencyKey(),
        },
        {
          onSuccess: () => {
            onBack();
            refresh();
          },
        },
      );
    },
  };
}
