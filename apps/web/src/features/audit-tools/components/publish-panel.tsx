import { useState, type ReactElement } from 'react';
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { instantInWords } from '@plumbline/analytics/wording';
import type { ToolCheck } from '@plumbline/domain/audits';
import { useMutation } from '@tanstack/react-query';
import { useTRPC } from '../../../app/api/trpc.ts';
import { refusalOf, REFUSAL_WORDS } from '../../../parts/form/refusal.ts';
import { ButtonLink } from '../../../parts/link/text-link.tsx';
import { isAsPublished } from '../model/published.ts';
import type { LoadedTool } from '../model/outputs.ts';
import { sizeWords } from '../model/tool-words.ts';
import css from './audit-tools.module.css';
import { ChangesSince } from './change-list.tsx';
import { useSameKey } from './use-same-key.ts';
import type { ToolWork } from './use-tool.ts';

interface PublishPanelProps {
  readonly loaded: LoadedTool;
  readonly work: ToolWork;
  readonly check: ToolCheck;
  /** Called once it is published; the page begins anew with it. */
  readonly onPublished: () => Promise<void>;
}

/** What a version would be, what it changes, its publishing, and the versions so far. */
export function PublishPanel({ loaded, work, check, onPublished }: PublishPanelProps): ReactElement {
  const last = loaded.versions[0];
  const next = (last?.number ?? 0) + 1;
  return (
    <Stack gap="xl" maw="48rem">
      {last !== undefined && isAsPublished(last, work.saving) ? (
        <section aria-labelledby="publish">
          <h2 id="publish">Version {last.number} is published</h2>
          <Stack gap="md">
            <Text className="prose">Nothing has changed since. What you change from here on becomes version {next}.</Text>
            <Group>
              <ButtonLink to="/audits/plan" search={{ tool: loaded.id }}>
                Plan an audit with it
              </ButtonLink>
            </Group>
          </Stack>
        </section>
      ) : (
        <section aria-labelledby="publish">
          <h2 id="publish">Publish version {next}</h2>
          <Stack gap="md">
            <Text className="prose">
              A published version never changes: {sizeWords(work.tool)}, word for word. Audits that are planned from then on use
              it. Audits planned earlier keep the version with which they were planned, so that what they find can be compared.
            </Text>
            {last !== undefined && <ChangesSince loaded={loaded} work={work} number={last.number} />}
            <Publish toolId={loaded.id} work={work} check={check} next={next} onPublished={onPublished} />
          </Stack>
        </section>
      )}
      {loaded.versions.length > 0 && <Versions versions={loaded.versions} />}
    </Stack>
  );
}

interface PublishProps extends Pick<PublishPanelProps, 'work' | 'check' | 'onPublished'> {
  readonly toolId: string;
  readonly next: number;
}

function Publish({ toolId, work, check, next, onPublished }: PublishProps): ReactElement {
  const trpc = useTRPC();
  const keyFor = useSameKey();
  const [isWaiting, setIsWaiting] = useState(false);
  const publish = useMutation(trpc.auditTools.publish.mutationOptions());

  async function saveAndPublish(): Promise<void> {
    setIsWaiting(true);
    const baseVersion = await work.saveNow();
    setIsWaiting(false);
    if (baseVersion === null) return;
    const asked = { toolId, baseVersion };
    publish.mutate({ ...asked, idempotencyKey: keyFor(asked) }, { onSuccess: () => void onPublished() });
  }

  const refusal = publish.isError ? refusalOf(publish.error).kind : null;
  return (
    <>
      {refusal !== null && (
        <Alert role="alert" variant="light" color="var(--pl-status-overdue)" title="Not published">
          {refusal === 'already-recorded'
            ? 'The version before is the same word for word. There is nothing to publish.'
            : REFUSAL_WORDS[refusal]}
        </Alert>
      )}
      {!check.canPublish && <Text>Something has to be mended first: see Checks.</Text>}
      <Group gap="sm">
        <Button
          disabled={!check.canPublish || work.saving.kind === 'conflict'}
          loading={isWaiting || publish.isPending || publish.isSuccess}
          onClick={() => void saveAndPublish()}
        >
          Publish version {next}
        </Button>
      </Group>
    </>
  );
}

function Versions({ versions }: Pick<LoadedTool, 'versions'>): ReactElement {
  return (
    <section aria-labelledby="versions">
      <h2 id="versions">Published versions</h2>
      <ul className={css['plainList']}>
        {versions.map(({ number, publishedAt, publishedBy }) => (
          <li key={number}>
            <strong>Version {number}.</strong> Published by {publishedBy}, {instantInWords(publishedAt)}.
          </li>
        ))}
      </ul>
    </section>
  );
}
