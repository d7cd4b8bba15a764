import { useId, useState, type ReactElement } from 'react';
import { Button, Checkbox, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../../../app/api/trpc.ts';
import { Problem } from '../../../app/states/problem.tsx';
import { filesInWords } from '../model/audit-words.ts';
import type { AuditorRow, AuditView } from '../model/outputs.ts';
import { cannotBeGiven, withoutAuditor } from '../model/who-may.ts';
import css from './audits.module.css';
import { NotDone } from './not-done.tsx';
import { useIntention } from './use-intention.ts';

/** So many are shown with names where nobody may audit something; the table shows all. */
const MOST_NAMED = 8;

interface ShareOutProps {
  readonly audit: AuditView;
  readonly onDone: (words: string) => void;
}

/** Shares the files without an auditor out among those who are ticked, as evenly as who may audit what allows. */
export function ShareOut({ audit, onDone }: ShareOutProps): ReactElement | null {
  const headId = useId();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { keyFor, isDone } = useIntention();
  const [chosen, setChosen] = useState<readonly AuditorRow[]>([]);
  const share = useMutation(
    trpc.audits.shareOut.mutationOptions({
      onSuccess: ({ named, left }) => {
        isDone();
        onDone(sharedInWords(named, left));
      },
      onSettled: () => queryClient.invalidateQueries(),
    }),
  );
  const waiting = withoutAuditor(audit.files).length;
  if (waiting === 0) return null;

  const not = cannotBeGiven(audit.files, chosen);
  const able = waiting - not.length;

  function send(): void {
    const asked = { auditId: audit.id, auditorIds: chosen.map(({ id }) => id) };
    share.mutate({ ...asked, idempotencyKey: keyFor(asked) });
  }

  return (
    <section aria-labelledby={headId}>
      <Stack gap="sm">
        <Title order={3} id={headId}>
          Share out {filesInWords(waiting)}
        </Title>
        <Text className="prose" c="dimmed">
          Tick who audits. Each gets about as many,{' '}
          {audit.basis === 'own-line' ? 'of their own line only' : 'never their own work or their own line'}. One file can also be
          named by hand in the table.
        </Text>
        <AuditorChooser audit={audit} chosen={chosen} onChange={setChosen} />
        <NotGivenList not={not} />
        {share.isError && <NotDone error={share.error} />}
        <Group gap="md">
          <Button onClick={send} loading={share.isPending} disabled={chosen.length === 0 || able === 0}>
            {chosen.length === 0 || able === 0
              ? 'Share out'
              : `Share ${filesInWords(able)} out among ${chosen.length === 1 ? 'one person' : `${chosen.length} people`}`}
          </Button>
          {chosen.length === 0 && <Text c="dimmed">Tick at least one person.</Text>}
        </Group>
      </Stack>
    </section>
  );
}

function sharedInWords(named: number, left: number): string {
  const given = `${filesInWords(named)} ${named === 1 ? 'has' : 'have'} an auditor now.`;
  if (left === 0) return given;
  return `${given} ${filesInWords(left)} could be given to nobody of those ticked: tick others, or name somebody by hand.`;
}

/** What nobody of those who are ticked may audit, with why. */
function NotGivenList({ not }: { readonly not: ReturnType<typeof cannotBeGiven> }): ReactElement {
  return (
    <div aria-live="polite">
      {not.length > 0 && (
        <>
          <Text>{filesInWords(not.length)} can be given to nobody of those ticked:</Text>
          <ul>
            {not.slice(0, MOST_NAMED).map(({ file, because }) => (
              <li key={file.id}>
                {file.label} ({because})
              </li>
            ))}
          </ul>
          {not.length > MOST_NAMED && <Text>And {not.length - MOST_NAMED} more.</Text>}
        </>
      )}
    </div>
  );
}

interface AuditorChooserProps {
  readonly audit: AuditView;
  readonly chosen: readonly AuditorRow[];
  readonly onChange: (chosen: readonly AuditorRow[]) => void;
}

function AuditorChooser({ audit, chosen, onChange }: AuditorChooserProps): ReactElement {
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), 200);
  const trpc = useTRPC();
  const people = useQuery(
    trpc.audits.auditors.queryOptions({ auditId: audit.id, text: asked }, { placeholderData: keepPreviousData }),
  );
  const found = people.data ?? [];
  const rows = [...chosen.filter(({ id }) => !found.some((one) => one.id === id)), ...found];
  const waiting = withoutAuditor(audit.files);
  return (
    <>
      <TextInput
        label="Part of a name, role or team"
        maw="24rem"
        autoComplete="off"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {people.isError && (
        <Problem error={people.error} what="Auditors could not be loaded" onRetry={() => void people.refetch()} />
      )}
      {people.isPending && <Text c="dimmed">Loading who signs in here …</Text>}
      {people.data !== undefined && rows.length === 0 && <Text>Nobody found who signs in here. Type less.</Text>}
      {rows.length > 0 && (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable with the keyboard
        <section className={css['people']} aria-label="Who audits" tabIndex={0} aria-busy={people.isPlaceholderData}>
          <ul>
            {rows.map((person) => (
              <li key={person.id} className={css['person']}>
                <Checkbox
                  label={person.name}
                  description={aboutPerson(person)}
                  checked={chosen.some(({ id }) => id === person.id)}
                  onChange={(event) =>
                    onChange(event.currentTarget.checked ? [...chosen, person] : chosen.filter(({ id }) => id !== person.id))
                  }
                />
                <Text size="sm" c="dimmed">
                  {loadInWords(person, waiting)}
                </Text>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function aboutPerson({ roles, team }: AuditorRow): string {
  return [...roles, team].filter((part) => part !== '').join(', ');
}

function loadInWords({ has, mayNot }: AuditorRow, waiting: readonly { readonly id: string }[]): string {
  const not = waiting.filter(({ id }) => mayNot[id] !== undefined).length;
  const parts = [
    has === 0 ? '' : `has ${has}`,
    not === 0 ? '' : not === waiting.length ? 'may audit none of these' : `may not audit ${not} of these`,
  ];
  return parts.filter((part) => part !== '').join(', ');
}
