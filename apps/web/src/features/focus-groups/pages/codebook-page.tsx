import { useState, type ReactElement } from 'react';
import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { codebookCsv, codebookQdc, type CodebookView } from '@plumbline/analytics/focus-groups';
import { instantInWords } from '@plumbline/analytics/wording';
import { CODE_FAMILIES, FIGURES, type Code, type Codebook } from '@plumbline/domain/focus-groups';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../../../app/api/trpc.ts';
import { PageHeading } from '../../../app/layout/page-heading.tsx';
import { useUnsaved } from '../../../app/leave/unsaved.ts';
import { PageSkeleton } from '../../../app/states/page-skeleton.tsx';
import { Problem } from '../../../app/states/problem.tsx';
import { newIdempotencyKey } from '../../../parts/form/idempotency.ts';
import { RefusalNotice } from '../../../parts/form/refusal-notice.tsx';
import { refusalOf } from '../../../parts/form/refusal.ts';
import { AddCode } from '../components/add-code.tsx';
import { CodeEditor } from '../components/code-editor.tsx';
import { CodebookImport } from '../components/codebook-import.tsx';
import css from '../components/focus-groups.module.css';
import { GroupsNavigation } from '../components/groups-navigation.tsx';
import { download } from '../model/download.ts';

/** The codebook: what each code means, with its versions, to be changed and exchanged. */
export function CodebookPage(): ReactElement {
  const trpc = useTRPC();
  // Loaded anew by itself, it would take away what is changed and not kept yet.
  const view = useQuery(
    trpc.focusGroups.codebook.queryOptions(undefined, { refetchOnWindowFocus: false, refetchOnReconnect: false }),
  );
  return (
    <>
      <PageHeading
        title="Codebook"
        lead="What each code means, what does not belong under it, and what to read beside it. A code is never lost: merged, it lives on as an alias; split or retired, what was coded with it stays."
        actions={view.data === undefined ? undefined : <Exports codebook={view.data.codebook} />}
      />
      <GroupsNavigation here="codebook" />
      {view.isPending && <PageSkeleton label="Loading the codebook" />}
      {view.isError && <Problem error={view.error} what="The codebook could not be loaded" onRetry={() => void view.refetch()} />}
      {view.data !== undefined && <Loaded key={view.data.number} view={view.data} />}
    </>
  );
}

function Exports({ codebook }: { readonly codebook: Codebook }): ReactElement {
  return (
    <Group gap="sm">
      <Button variant="default" onClick={() => download('codebook.qdc', 'application/xml', codebookQdc(codebook))}>
        Take it along as QDC
      </Button>
      <Button variant="default" onClick={() => download('codebook.csv', 'text/csv', codebookCsv(codebook))}>
        As CSV
      </Button>
    </Group>
  );
}

function Loaded({ view }: { readonly view: CodebookView }): ReactElement {
  const [codebook, setCodebook] = useState(view.codebook);
  const [openId, setOpenId] = useState<string | null>(null);
  const isChanged = codebook !== view.codebook;
  useUnsaved(isChanged);
  const families = [...new Set(codebook.codes.map(({ id }) => id[0] ?? ''))];
  return (
    <Stack gap="xl">
      <Text c="dimmed">{view.number === 0 ? 'As shipped; nobody has changed it here yet.' : `Version ${view.number}.`}</Text>
      {isChanged && <KeepChanges view={view} codebook={codebook} onLeave={() => setCodebook(view.codebook)} />}
      {families.map((letter) => (
        <section key={letter} aria-labelledby={`family-${letter}`}>
          <Title order={2} id={`family-${letter}`}>
            {CODE_FAMILIES[letter] ?? 'Our own'}
          </Title>
          {codebook.codes
            .filter(({ id }) => id.startsWith(letter))
            .map((code) => (
              <CodeShown
                key={code.id}
                code={code}
                uses={view.uses === null ? null : (view.uses[code.id] ?? 0)}
                onOpen={view.mayChange && openId !== code.id ? () => setOpenId(code.id) : undefined}
              >
                {openId === code.id && (
                  <CodeEditor codebook={codebook} code={code} onChange={setCodebook} onClose={() => setOpenId(null)} />
                )}
              </CodeShown>
            ))}
        </section>
      ))}
      {view.mayChange && <AddCode codebook={codebook} onChange={setCodebook} />}
      {view.mayChange && <CodebookImport codebook={codebook} onTake={setCodebook} />}
      <History view={view} />
    </Stack>
  );
}

interface CodeShownProps {
  readonly code: Code;
  /** Null where it is not the reader's to know. */
  readonly uses: number | null;
  readonly onOpen: (() => void) | undefined;
  readonly children: React.ReactNode;
}

function CodeShown({ code, uses, onOpen, children }: CodeShownProps): ReactElement {
  const state = code.isRetired ? 'retired' : code.splitInto.length > 0 ? `split into ${code.splitInto.join(', ')}` : null;
  const watch = [
    code.watchWith.words,
    code.watchWith.questions.length === 0 ? '' : `survey questions ${code.watchWith.questions.join(', ')}`,
    ...code.watchWith.figures.map((name) => FIGURES[name]),
  ].filter((words) => words !== '');
  return (
    <article className={css['note']} aria-labelledby={`code-${code.id}`}>
      <Stack gap={4} className="prose">
        <Title order={3} id={`code-${code.id}`}>
          {code.id} {code.name}
        </Title>
        <Text>{code.definition}</Text>
        {code.doNotCode !== '' && <Text>Do not code: {code.doNotCode}</Text>}
        {watch.length > 0 && <Text>Watch with: {watch.join(' · ')}</Text>}
        <Text size="sm" c="dimmed">
          {uses !== null && `${uses === 1 ? 'Given once' : `Given ${uses} times`} · `}version {code.version}
          {code.aliases.length > 0 && ` · was also ${code.aliases.join(', ')}`}
          {state !== null && ` · ${state}`}
        </Text>
        {onOpen !== undefined && (
          <Group className="no-print">
            <Button size="compact-sm" variant="default" aria-label={`Change ${code.id}`} onClick={onOpen}>
              Change
            </Button>
          </Group>
        )}
      </Stack>
      {children}
    </article>
  );
}

interface KeepChangesProps {
  readonly view: CodebookView;
  readonly codebook: Codebook;
  readonly onLeave: () => void;
}

function KeepChanges({ view, codebook, onLeave }: KeepChangesProps): ReactElement {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [note, setNote] = useState('');
  const save = useMutation(trpc.focusGroups.saveCodebook.mutationOptions({ onSuccess: () => queryClient.invalidateQueries() }));
  const refusal = save.isError ? refusalOf(save.error) : null;
  return (
    <section aria-labelledby="keep-codebook">
      <Stack gap="sm" maw="40rem">
        <Title order={2} id="keep-codebook">
          Changed, not kept yet
        </Title>
        {refusal !== null && <RefusalNotice refusal={refusal} />}
        {refusal?.fields['codebook'] !== undefined && <Text>{refusal.fields['codebook']}</Text>}
        <TextInput
          label="What changed, and why"
          description="It stands in the history of the codebook."
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Group gap="sm">
          <Button
            loading={save.isPending}
            disabled={note.trim() === ''}
            onClick={() =>
              save.mutate({ baseNumber: view.number, codebook, note: note.trim(), idempotencyKey: newIdempotencyKey() })
            }
          >
            Keep it as version {view.number + 1}
          </Button>
          <Button variant="default" onClick={onLeave}>
            Leave it as it was
          </Button>
        </Group>
      </Stack>
    </section>
  );
}

function History({ view }: { readonly view: CodebookView }): ReactElement {
  return (
    <section aria-labelledby="history">
      <Title order={2} id="history">
        History
      </Title>
      <ul className={css['list']}>
        {view.history.map(({ number, note, savedBy, savedAt }) => (
          <li key={number}>
            Version {number}, {instantInWords(savedAt)}, {savedBy}: {note}
          </li>
        ))}
        <li>As shipped</li>
      </ul>
    </section>
  );
}
