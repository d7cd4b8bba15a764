import { useState, type ReactElement } from 'react';
import { Button, Checkbox, Group, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../../../app/api/trpc.ts';
import { useUnsaved } from '../../../app/leave/unsaved.ts';
import { Problem } from '../../../app/states/problem.tsx';
import { filesInWords } from '../model/audit-words.ts';
import type { AuditView, ListPreview } from '../model/outputs.ts';
import css from './audits.module.css';
import { Card } from './card.tsx';
import { NotDone } from './not-done.tsx';
import { useIntention } from './use-intention.ts';

interface PickCardProps {
  readonly audit: AuditView;
  readonly onDone: (words: string) => void;
}

/** Picks from the list of today, for an audit that is not drawn; later ones join those that are there. */
export function PickCard({ audit, onDone }: PickCardProps): ReactElement {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { keyFor } = useIntention();
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const pick = useMutation(
    trpc.audits.pick.mutationOptions({
      onSuccess: ({ picked: count }) => {
        setPicked(new Set());
        onDone(`${filesInWords(count)} ${count === 1 ? 'is' : 'are'} picked.`);
      },
      onSettled: () => queryClient.invalidateQueries(),
    }),
  );
  useUnsaved(picked.size > 0 && !pick.isPending);

  function send(): void {
    const asked = { auditId: audit.id, baseVersion: audit.version, ids: [...picked] };
    pick.mutate({ ...asked, idempotencyKey: keyFor(asked) });
  }

  return (
    <Card title={audit.state === 'planned' ? 'Next: pick from the list' : 'Pick more'}>
      <Text className="prose">
        {audit.basis === 'own-line'
          ? 'Managers check their own people here, so nothing is drawn. Pick those who are to be checked.'
          : 'Pick the files for your reason. What is found in them is never counted together with what was drawn.'}
      </Text>
      <PickList audit={audit} picked={picked} onChange={setPicked} />
      {pick.isError && <NotDone error={pick.error} />}
      <Group gap="md">
        <Button onClick={send} loading={pick.isPending} disabled={picked.size === 0}>
          {picked.size === 0 ? 'Pick' : `Pick ${picked.size}`}
        </Button>
        {picked.size === 0 && <Text c="dimmed">Tick at least one.</Text>}
      </Group>
    </Card>
  );
}

interface PickListProps {
  readonly audit: AuditView;
  readonly picked: ReadonlySet<string>;
  readonly onChange: (picked: ReadonlySet<string>) => void;
}

function PickList({ audit, picked, onChange }: PickListProps): ReactElement {
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), 200);
  const trpc = useTRPC();
  const list = useQuery(
    trpc.audits.previewList.queryOptions(
      { about: audit.about, teams: audit.teams.map(({ code }) => code), text: asked, size: null },
      { placeholderData: keepPreviousData },
    ),
  );
  return (
    <>
      <TextInput
        label={audit.about === 'child' ? 'Part of a reference or team' : 'Part of a name or team'}
        maw="24rem"
        autoComplete="off"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {list.isError && <Problem error={list.error} what="The list could not be loaded" onRetry={() => void list.refetch()} />}
      {list.isPending && <Text c="dimmed">Loading the list …</Text>}
      {list.data !== undefined && (
        <div aria-busy={list.isPlaceholderData || asked !== text.trim()}>
          <Rows list={list.data} audit={audit} picked={picked} onChange={onChange} />
        </div>
      )}
    </>
  );
}

function Rows({ list, audit, picked, onChange }: PickListProps & { readonly list: ListPreview }): ReactElement {
  const there = new Set(audit.files.map(({ subjectId }) => subjectId));
  function toggle(id: string, isOn: boolean): void {
    const next = new Set(picked);
    if (isOn) next.add(id);
    else next.delete(id);
    onChange(next);
  }
  if (list.rows.length === 0) return <Text>Nothing found on the list. Type less.</Text>;
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable with the keyboard */}
      <section className={css['people']} aria-label="The list" tabIndex={0}>
        <ul>
          {list.rows.map(({ id, label, team }) => (
            <li key={id} className={css['person']}>
              {there.has(id) ? (
                <span>
                  {label} <span className={css['quiet']}>{team}. In the audit already.</span>
                </span>
              ) : (
                <Checkbox
                  label={label}
                  description={team}
                  checked={picked.has(id)}
                  onChange={(event) => toggle(id, event.currentTarget.checked)}
                />
              )}
            </li>
          ))}
        </ul>
      </section>
      {list.isCutOff && (
        <Text size="sm">These are the first of more. Type part of a name, reference or team to find others.</Text>
      )}
    </>
  );
}
