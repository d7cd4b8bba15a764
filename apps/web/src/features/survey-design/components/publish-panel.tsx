import { useState, type ReactElement } from 'react';
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQueries, useQueryClient } from '@tanstack/react-query';
import { instantInWords, itemChange } from '@plumbline/analytics/wording';
import { compareVersions, type DesignCheck, type Instrument } from '@plumbline/domain/surveys';
import { useTRPC } from '../../../app/api/trpc.ts';
import { newIdempotencyKey } from '../../../parts/form/idempotency.ts';
import { refusalOf, REFUSAL_WORDS } from '../../../parts/form/refusal.ts';
import { ButtonLink } from '../../../parts/link/text-link.tsx';
import type { LoadedDesign } from '../model/outputs.ts';
import { minutesWords } from '../model/minutes.ts';
import css from './design.module.css';
import type { FormWork } from './use-form.ts';

interface PublishPanelProps {
  readonly design: LoadedDesign;
  readonly work: FormWork;
  readonly check: DesignCheck;
  readonly onPublished: () => void;
}

/** What a version would be, what it changes, its publishing, and the versions so far. */
export function PublishPanel({ design, work, check, onPublished }: PublishPanelProps): ReactElement {
  const next = Math.max(0, ...design.versions.map(({ number }) => number)) + 1;
  return (
    <Stack gap="xl" maw="48rem">
      {isPublishedAsIs(design.base, work.form) ? (
        <section aria-labelledby="publish">
          <h2 id="publish">Version {next - 1} is published</h2>
          <Text>Nothing has changed since. What you change from here on becomes version {next}.</Text>
        </section>
      ) : (
        <section aria-labelledby="publish">
          <h2 id="publish">Publish version {next}</h2>
          <Stack gap="md">
            <Text>
              A published version never changes, and survey rounds ask it word for word. What you change afterwards becomes the
              next version.
            </Text>
            <Text>
              {check.items} questions; {minutesWords(check.minutes.receives)} for somebody who receives supervision. The pulse
              takes {check.pulseItems} of them.
            </Text>
            <Changes base={design.base} form={work.form} />
            <Publish design={design} work={work} check={check} next={next} onPublished={onPublished} />
          </Stack>
        </section>
      )}
      <section aria-labelledby="rhythm">
        <h2 id="rhythm">Planned rhythm</h2>
        <Text>
          The full form once a year and the pulse half-way between. A round is open for about three weeks, and its results are
          published within a fortnight of its closing: what people wait for longer, they stop believing in.
        </Text>
      </section>
      {design.versions.length > 0 && <Versions design={design} />}
    </Stack>
  );
}

/** Both come from the same place in the database, so that their fields stand in the same order. */
function isPublishedAsIs(base: Instrument | null, form: Instrument): boolean {
  return base !== null && JSON.stringify(base) === JSON.stringify(form);
}

function Changes({ base, form }: { readonly base: Instrument | null; readonly form: Instrument }): ReactElement | null {
  if (base === null) return null;
  const changes = compareVersions(base, form).flatMap((change) => {
    const says = itemChange(change);
    const { id, text } = change.kind === 'removed' ? change.before : change.after;
    return says === null ? [] : [{ id, text, says }];
  });
  if (changes.length === 0) return <Text>No question is other than in the version before.</Text>;
  return (
    <div>
      <h3>What changes for results</h3>
      <ul className={css['findings']}>
        {changes.map(({ id, text, says }) => (
          <li key={id}>
            <strong>{text}</strong> {says}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Publish({ design, work, check, next, onPublished }: PublishPanelProps & { readonly next: number }): ReactElement {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [isWaiting, setIsWaiting] = useState(false);
  const publish = useMutation(
    trpc.surveyDesigns.publish.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: trpc.surveyDesigns.pathKey() });
        onPublished();
      },
    }),
  );

  async function saveAndPublish(): Promise<void> {
    setIsWaiting(true);
    const baseVersion = await work.saveNow();
    setIsWaiting(false);
    if (baseVersion !== null) publish.mutate({ designId: design.id, baseVersion, idempotencyKey: newIdempotencyKey() });
  }

  const refusal = publish.isError ? refusalOf(publish.error).kind : null;
  return (
    <>
      {!check.canPublish && <Text>Something has to be mended first: see Checks.</Text>}
      {refusal !== null && (
        <Alert role="alert" variant="light" color="var(--pl-status-overdue)" title="Not published">
          {refusal === 'already-recorded'
            ? 'The version before is the same word for word. There is nothing to publish.'
            : REFUSAL_WORDS[refusal]}
        </Alert>
      )}
      <Group gap="sm">
        <Button disabled={!check.canPublish} loading={isWaiting || publish.isPending} onClick={() => void saveAndPublish()}>
          Publish version {next}
        </Button>
      </Group>
    </>
  );
}

function Versions({ design }: { readonly design: LoadedDesign }): ReactElement {
  return (
    <section aria-labelledby="versions">
      <h2 id="versions">Published versions</h2>
      <ul className={css['findings']}>
        {design.versions.map(({ number, basedOn, publishedAt, publishedBy, contentHash }) => (
          <li key={number}>
            <strong>Version {number}.</strong> Published by {publishedBy.name}, {instantInWords(publishedAt)}. Check number{' '}
            <code className={css['hash']}>{contentHash.slice(0, 16)}</code>.
            {basedOn !== null && <Since designId={design.id} before={basedOn} after={number} />}
          </li>
        ))}
      </ul>
      <Group gap="sm" mt="md">
        <ButtonLink to="/surveys/rounds/new">Plan a survey round</ButtonLink>
      </Group>
    </section>
  );
}

/** What changed from one published version to another, looked up when it is opened. */
function Since({
  designId,
  before,
  after,
}: {
  readonly designId: string;
  readonly before: number;
  readonly after: number;
}): ReactElement {
  const trpc = useTRPC();
  const [isOpen, setIsOpen] = useState(false);
  const [first, second] = useQueries({
    queries: [before, after].map((number) =>
      trpc.surveyDesigns.version.queryOptions({ designId, number }, { enabled: isOpen, staleTime: Infinity }),
    ),
  });
  return (
    <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>What changed since version {before}</summary>
      {first?.data === undefined || second?.data === undefined ? (
        <Text c="dimmed">{first?.isError === true || second?.isError === true ? 'It could not be loaded.' : 'Loading …'}</Text>
      ) : (
        <Changes base={first.data.instrument} form={second.data.instrument} />
      )}
    </details>
  );
}
