import { useEffect, useMemo, useRef, useState, type ReactElement } from 'react';
import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { DraftRemark } from '@plumbline/analytics/compliance';
import { useTRPC, useTRPCClient } from '../../../app/api/trpc.ts';
import { PageSkeleton } from '../../../app/states/page-skeleton.tsx';
import { Problem } from '../../../app/states/problem.tsx';
import { newIdempotencyKey } from '../../../parts/form/idempotency.ts';
import { REFUSAL_WORDS, refusalOf } from '../../../parts/form/refusal.ts';
import css from './draft.module.css';
import type { LoadedDraft } from '../model/outputs.ts';

interface DraftTextProps {
  readonly draft: LoadedDraft;
  readonly isReadOnly: boolean;
  /** Saves what still waits in the forms, before its text is shown. */
  readonly saveNow: () => Promise<number | null>;
  /** Told when the text is left after it was changed, so that the forms show what was typed here. */
  readonly onLeave: () => void;
}

/** The whole policy as text, with every slip at its line. */
export function DraftText({ draft, isReadOnly, saveNow, onLeave }: DraftTextProps): ReactElement {
  const client = useTRPCClient();
  const text = useQuery({
    queryKey: ['policy draft as text', draft.id],
    queryFn: async () => {
      await saveNow();
      return await client.policyDrafts.text.query({ draftId: draft.id });
    },
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  if (text.isPending) return <PageSkeleton label="Writing the policy as text" />;
  if (text.isError) return <Problem error={text.error} what="The text could not be loaded" onRetry={() => void text.refetch()} />;
  return (
    <TextEditor
      key={text.dataUpdatedAt}
      draft={draft}
      start={text.data}
      isReadOnly={isReadOnly}
      onLeave={onLeave}
      onReload={() => void text.refetch()}
    />
  );
}

/** Saved this long after typing stops. */
const QUIET_MS = 2000;

interface TextEditorProps extends Omit<DraftTextProps, 'saveNow'> {
  readonly start: { readonly text: string; readonly version: number };
  readonly onReload: () => void;
}

function TextEditor({ draft, start, isReadOnly, onLeave, onReload }: TextEditorProps): ReactElement {
  const trpc = useTRPC();
  const area = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(start.text);
  const [saved, setSaved] = useState({ text: start.text, version: start.version });
  const [remarks, setRemarks] = useState<readonly DraftRemark[]>(draft.sourceText === null ? [] : draft.remarks);
  const save = useMutation(trpc.policyDrafts.saveText.mutationOptions());
  const isSaved = text === saved.text;
  const { mutate, isPending, isError } = save;

  // The timer is the browser's: saved once the typing has stopped.
  useEffect(() => {
    if (isSaved || isPending || isError) return undefined;
    const timer = setTimeout(() => {
      mutate(
        { draftId: draft.id, baseVersion: saved.version, text, idempotencyKey: newIdempotencyKey() },
        {
          onSuccess: (answer) => {
            setSaved({ text, version: answer.version });
            setRemarks(answer.remarks);
          },
        },
      );
    }, QUIET_MS);
    return () => clearTimeout(timer);
  }, [text, saved, isSaved, isPending, isError, mutate, draft.id]);

  const hasChanged = useRef(false);
  hasChanged.current ||= saved.version !== start.version;
  // The forms hold what was loaded before: they are loaded anew when somebody goes back to them.
  useEffect(
    () => () => {
      if (hasChanged.current) onLeave();
    },
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [],
  );

  function goTo(line: number): void {
    const field = area.current;
    if (field === null) return;
    const start = text
      .split('\n')
      .slice(0, line - 1)
      .reduce((sum, one) => sum + one.length + 1, 0);
    field.focus();
    field.setSelectionRange(start, start + (text.split('\n')[line - 1]?.length ?? 0));
    field.scrollTop = Math.max(0, (line - 6) * LINE_PX);
  }

  return (
    <Stack gap="md">
      <Text>
        The policy as YAML, the way it is exported. Comments stay while it is written here; a change in a form writes the text
        anew without them.
      </Text>
      <Text component="output" display="block" c="dimmed">
        {isReadOnly ? 'Shown only.' : isPending ? 'Saving …' : isError ? 'Not saved.' : isSaved ? 'Saved.' : 'Not saved yet …'}
      </Text>
      {isError && (
        <Alert role="alert" variant="light" color="var(--pl-status-overdue)" title="The text is not saved">
          <Stack gap="sm">
            <Text>{REFUSAL_WORDS[refusalOf(save.error).kind]}</Text>
            <Group>
              <Button onClick={() => save.reset()}>Try again</Button>
              <Button variant="default" onClick={onReload}>
                Take what was saved meanwhile
              </Button>
            </Group>
          </Stack>
        </Alert>
      )}
      <Slips remarks={remarks} onGo={goTo} />
      <Numbered ref={area} text={text} remarks={remarks} isReadOnly={isReadOnly} onChange={setText} />
    </Stack>
  );
}

const LINE_PX = 0.875 * 16 * 1.4;

interface NumberedProps {
  readonly ref: React.RefObject<HTMLTextAreaElement | null>;
  readonly text: string;
  readonly remarks: readonly DraftRemark[];
  readonly isReadOnly: boolean;
  readonly onChange: (text: string) => void;
}

/** A text area with the number of each line beside it. */
function Numbered({ ref, text, remarks, isReadOnly, onChange }: NumberedProps): ReactElement {
  const numbers = useRef<HTMLPreElement>(null);
  const count = text.split('\n').length;
  // One text and not a row for each line: a policy has thousands, and they are drawn at every key.
  const lines = useMemo(() => {
    const marked = new Set(remarks.filter(({ severity }) => severity !== 'note').map(({ line }) => line));
    return Array.from({ length: count }, (_, i) => (marked.has(i + 1) ? `▲ ${i + 1}` : String(i + 1))).join('\n');
  }, [count, remarks]);
  return (
    <div className={css['text']}>
      <pre className={css['numbers']} ref={numbers} aria-hidden="true">
        {lines}
      </pre>
      <textarea
        ref={ref}
        className={css['area']}
        aria-label="The policy as text"
        spellCheck={false}
        readOnly={isReadOnly}
        value={text}
        wrap="off"
        onChange={(event) => onChange(event.currentTarget.value)}
        onScroll={(event) => {
          if (numbers.current !== null) numbers.current.scrollTop = event.currentTarget.scrollTop;
        }}
      />
    </div>
  );
}

function Slips({
  remarks,
  onGo,
}: {
  readonly remarks: readonly DraftRemark[];
  readonly onGo: (line: number) => void;
}): ReactElement | null {
  const slips = remarks.filter(({ severity }) => severity !== 'note');
  if (slips.length === 0) return null;
  return (
    <Alert
      variant="light"
      color="var(--pl-status-overdue)"
      title={slips.length === 1 ? 'One thing to mend' : `${slips.length} things to mend`}
    >
      <ul className={css['plainList']}>
        {slips.slice(0, 30).map(({ line, path, rule, message }) => (
          <li key={`${line} ${path} ${message}`}>
            {line !== null && (
              <>
                <Anchor component="button" type="button" onClick={() => onGo(line)}>
                  Line {line}
                </Anchor>
                {': '}
              </>
            )}
            {[path, rule === null ? '' : `rule ${rule}`].filter((part) => part !== '').join(', ')} {message}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
