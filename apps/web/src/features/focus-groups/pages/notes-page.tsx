import { useEffect, useRef, useState, type ReactElement } from 'react';
import { flushSync } from 'react-dom';
import { Box, Button, Group, Kbd, NativeSelect, Stack, Text } from '@mantine/core';
import type { FocusGroupView } from '@plumbline/analytics/focus-groups';
import { aboutOf, BANDS, canWrite, type FocusGroupRecord } from '@plumbline/domain/focus-groups';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTRPC } from '../../../app/api/trpc.ts';
import { PageHeading } from '../../../app/layout/page-heading.tsx';
import { PageSkeleton } from '../../../app/states/page-skeleton.tsx';
import { Problem } from '../../../app/states/problem.tsx';
import { SavingLine } from '../../../parts/saving/saving-line.tsx';
import { useOpened, WHEN_OPENED } from '../../../parts/saving/use-opened.ts';
import css from '../components/focus-groups.module.css';
import { GroupCrumbs } from '../components/group-crumbs.tsx';
import { GroupTabs } from '../components/group-tabs.tsx';
import { HeadEditor } from '../components/head-editor.tsx';
import { NoteEditor } from '../components/note-editor.tsx';
import { RecordConflict } from '../components/record-conflict.tsx';
import { useRecord, type RecordWork } from '../components/use-record.ts';
import { neighbour, withNote, withOwnQuestion, withSupplementary } from '../model/record-edits.ts';

const route = getRouteApi('/surveys/focus-groups/$groupId/notes');

/** Notes by question, taken while people talk. */
export function NotesPage(): ReactElement {
  const { groupId } = route.useParams();
  const trpc = useTRPC();
  const group = useQuery(trpc.focusGroups.get.queryOptions({ groupId }, WHEN_OPENED));
  const opened = useOpened(group);
  if (group.isError && opened === undefined)
    return (
      <>
        <PageHeading title="Notes" above={<GroupCrumbs />} />
        <Problem error={group.error} what="The notes could not be loaded" onRetry={() => void group.refetch()} />
      </>
    );
  if (opened === undefined) return <PageSkeleton label="Loading the notes" />;
  return <Loaded key={opened.id} group={opened} />;
}

function Loaded({ group }: { readonly group: FocusGroupView }): ReactElement {
  const isOpen = canWrite(group.state) && group.mayRun;
  return (
    <>
      <PageHeading
        title={`Notes: ${group.record.title}`}
        above={<GroupCrumbs group={{ id: group.id, title: group.record.title }} here="Notes" />}
      />
      <GroupTabs group={group} here="notes" />
      {isOpen ? <AtWork group={group} /> : <Text>The record is closed. Take it back on its page to change it.</Text>}
    </>
  );
}

/** What a question is called in the list. */
function nameOf({ construct, asked }: FocusGroupRecord['questions'][number]): string {
  return aboutOf(construct) ?? (asked === '' ? 'A question of our own' : asked.slice(0, 40));
}

/** Marks beside a question in the list: what is written and what is not. */
function signOf(note: FocusGroupRecord['questions'][number]): string {
  if (note.summary.trim() === '') return '—';
  return note.band === null ? '✎ how many?' : '✓';
}

function AtWork({ group }: { readonly group: FocusGroupView }): ReactElement {
  const work = useRecord(group);
  const { record } = work;
  const { question } = route.useSearch();
  const navigate = route.useNavigate();
  // At hand at once, so that no letter typed after the key is lost; the address follows, for a reload.
  const [openId, setOpenId] = useState(question);
  const current = record.questions.find(({ id }) => id === openId) ?? record.questions[0];
  const open = (id: string): void => {
    setOpenId(id);
    void navigate({ search: { question: id }, replace: true, resetScroll: false });
  };
  useLeaving(group.id);
  useKeys(work, current?.id ?? '', open);
  return (
    <>
      <div className={css['bar']}>
        <Group gap="sm">
          <SavingLine saving={work.saving} of="these notes" />
          {work.saving.kind === 'failed' && (
            <Button size="compact-sm" variant="default" onClick={() => void work.saveNow()}>
              Save again
            </Button>
          )}
        </Group>
        <Text size="sm" c="dimmed" visibleFrom="sm">
          <Kbd size="xs">Alt ↓</Kbd> <Kbd size="xs">Alt ↑</Kbd> question · <Kbd size="xs">Alt Shift 1–4</Kbd> one to all ·{' '}
          <Kbd size="xs">Alt Shift D</Kbd> saw it otherwise · <Kbd size="xs">Alt Shift S</Kbd> supplementary
        </Text>
      </div>
      {work.saving.kind === 'conflict' && <RecordConflict work={work} />}
      <div className={css['two']}>
        <nav aria-label="Questions" className={css['side']}>
          {/* On a phone the list would stand between the question and whoever writes. */}
          <NativeSelect
            hiddenFrom="md"
            label="Question"
            data={record.questions.map((note, index) => ({
              value: note.id,
              label: `${index + 1}. ${nameOf(note)} ${signOf(note)}`,
            }))}
            value={current?.id ?? ''}
            onChange={(event) => open(event.currentTarget.value)}
          />
          <Box component="ol" visibleFrom="md" className={css['questions'] ?? ''}>
            {record.questions.map((note, index) => (
              <li key={note.id}>
                <button
                  type="button"
                  className={css['question']}
                  aria-current={note.id === current?.id ? 'true' : undefined}
                  onClick={() => open(note.id)}
                >
                  <span>
                    {index + 1}. {nameOf(note)}
                  </span>
                  <span className={css['sign']}>{signOf(note)}</span>
                </button>
              </li>
            ))}
          </Box>
          <Group mt="sm">
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => {
                const next = withOwnQuestion(record);
                work.edit(() => next);
                open(next.questions.at(-1)?.id ?? '');
              }}
            >
              Add a question of our own
            </Button>
          </Group>
        </nav>
        <Stack gap="xl">
          {current !== undefined && (
            <NoteEditor key={current.id} note={current} edit={work.edit} onNext={() => open(neighbour(record, current.id, 1))} />
          )}
          <HeadEditor record={record} edit={work.edit} hasList={group.members.length > 0} />
        </Stack>
      </div>
    </>
  );
}

/** What was written shows on the other pages of the group when this one is left. */
function useLeaving(groupId: string): void {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  // The cache lives outside React.
  useEffect(
    () => () => void queryClient.invalidateQueries({ queryKey: trpc.focusGroups.get.queryKey({ groupId }) }),
    [queryClient, trpc, groupId],
  );
}

/** Keys that work while one types. */
function useKeys(work: RecordWork, id: string, open: (id: string) => void): void {
  const latest = useRef({ work, id, open });
  // The keyboard belongs to the browser; what a key does is looked up when it is pressed.
  useEffect(() => {
    latest.current = { work, id, open };
  });
  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if (!event.altKey || event.ctrlKey || event.metaKey) return;
      if (pressed(event, latest.current)) event.preventDefault();
    }
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

interface Keyed {
  readonly work: RecordWork;
  readonly id: string;
  readonly open: (id: string) => void;
}

function pressed(event: KeyboardEvent, { work, id, open }: Keyed): boolean {
  if (event.code === 'ArrowDown' || event.code === 'ArrowUp') {
    flushSync(() => open(neighbour(work.record, id, event.code === 'ArrowDown' ? 1 : -1)));
    focusOn('note-summary');
    return true;
  }
  if (!event.shiftKey) return false;
  const band = BANDS[Number(/^Digit([1-4])$/.exec(event.code)?.[1] ?? 0) - 1];
  if (band !== undefined) work.edit((record) => withNote(record, id, { band }));
  else if (event.code === 'KeyD') {
    const dissent = work.record.questions.find((note) => note.id === id)?.dissent;
    if (dissent?.kind !== 'some')
      flushSync(() => work.edit((record) => withNote(record, id, { dissent: { kind: 'some', what: '', howMany: null } })));
    focusOn('note-dissent');
  } else if (event.code === 'KeyS') {
    flushSync(() => work.edit((record) => withSupplementary(record, id)));
    focusOn('note-supplementary-last');
  } else return false;
  return true;
}

/** What has just been drawn takes the focus before the next key is read. */
function focusOn(mark: string): void {
  document.querySelector<HTMLElement>(`[data-place="${mark}"]`)?.focus();
}
