import { useState, type ReactElement } from 'react';
import { Button, Drawer, Stack, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../../../app/api/trpc.ts';
import { useMe } from '../../../app/session/me.tsx';
import { PageSkeleton } from '../../../app/states/page-skeleton.tsx';
import { Problem } from '../../../app/states/problem.tsx';
import { filesInWords } from '../model/audit-words.ts';
import type { AuditorRow, AuditView, FileRow } from '../model/outputs.ts';
import { whyNotAuditor, whyNotSecond } from '../model/who-may.ts';
import css from './audits.module.css';
import { NotDone } from './not-done.tsx';
import { useIntention } from './use-intention.ts';

/** The first page of people is so long; there may be more. */
const FULL_PAGE = 60;

interface AuditorDrawerProps {
  readonly audit: AuditView;
  readonly file: FileRow;
  /** Who audits it, or who gives the blind second grade. */
  readonly purpose: 'auditor' | 'second';
  readonly onDone: (words: string) => void;
  readonly onClose: () => void;
}

/** Names one person for one file; whoever may not is listed with the reason. */
export function AuditorDrawer({ audit, file, purpose, onDone, onClose }: AuditorDrawerProps): ReactElement {
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), 200);
  const trpc = useTRPC();
  const people = useQuery(
    trpc.audits.auditors.queryOptions({ auditId: audit.id, text: asked }, { placeholderData: keepPreviousData }),
  );
  const naming = useNaming(file, purpose, (words) => {
    onDone(words);
    onClose();
  });
  const isSecond = purpose === 'second';
  return (
    <Drawer
      opened
      onClose={onClose}
      size="md"
      title={isSecond ? `Who gives the file of ${file.label} a second grade` : `Who audits the file of ${file.label}`}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Stack gap="md">
        {isSecond && <Text>They grade it without seeing the first grade, and then agree on one with its auditor.</Text>}
        {naming.error !== null && <NotDone error={naming.error} />}
        <TextInput
          label="Part of a name, role or team"
          autoComplete="off"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {people.isError && (
          <Problem error={people.error} what="People could not be loaded" onRetry={() => void people.refetch()} />
        )}
        {people.isPending && <PageSkeleton label="Loading people" rows={4} />}
        {people.data !== undefined && (
          <div aria-busy={people.isPlaceholderData || asked !== text.trim()}>
            <People people={people.data} file={file} isSecond={isSecond} naming={naming} />
          </div>
        )}
      </Stack>
    </Drawer>
  );
}

interface Naming {
  readonly name: (person: AuditorRow) => void;
  readonly busy: string | null;
  readonly error: unknown;
}

function useNaming(file: FileRow, purpose: AuditorDrawerProps['purpose'], onDone: (words: string) => void): Naming {
  const { audits } = useTRPC();
  const queryClient = useQueryClient();
  const { keyFor } = useIntention();
  const [busy, setBusy] = useState<string | null>(null);
  const settled = {
    onSettled: () => {
      setBusy(null);
      void queryClient.invalidateQueries();
    },
  };
  const assign = useMutation(audits.assign.mutationOptions(settled));
  const second = useMutation(audits.nameSecondGrader.mutationOptions(settled));
  const at = { itemId: file.id, baseVersion: file.version };
  return {
    busy,
    error: assign.error ?? second.error,
    name(person) {
      setBusy(person.id);
      const idempotencyKey = keyFor({ ...at, purpose, person: person.id });
      if (purpose === 'second')
        second.mutate(
          { ...at, moderatorId: person.id, idempotencyKey },
          { onSuccess: () => onDone(`${person.name} gives the second grade for the file of ${file.label}.`) },
        );
      else
        assign.mutate(
          { ...at, auditorId: person.id, idempotencyKey },
          { onSuccess: () => onDone(`${person.name} audits the file of ${file.label}.`) },
        );
    },
  };
}

interface PeopleProps {
  readonly people: readonly AuditorRow[];
  readonly file: FileRow;
  readonly isSecond: boolean;
  readonly naming: Naming;
}

function People({ people, file, isSecond, naming }: PeopleProps): ReactElement {
  const me = useMe().person.id;
  const why = (person: AuditorRow): string | null => (isSecond ? whyNotSecond(person, file, me) : whyNotAuditor(person, file));
  const may = people.filter((person) => why(person) === null);
  const mayNot = people.filter((person) => why(person) !== null);
  const named = isSecond ? file.second?.moderator?.id : file.auditor?.id;
  return (
    <Stack gap="md">
      {people.length === 0 && <Text>Nobody found who signs in here. Type less.</Text>}
      {people.length > 0 && may.length === 0 && <Text>Nobody of these may. Look for others by name, role or team.</Text>}
      <ul className={css['plain']} aria-label="May be named">
        {may.map((person) => (
          <li key={person.id} className={css['person']}>
            <Described person={person} isSecond={isSecond} />
            {person.id === named ? (
              <Text size="sm" c="dimmed">
                Named
              </Text>
            ) : (
              <Button
                size="compact-md"
                variant="default"
                aria-label={`Name ${person.name}`}
                loading={naming.busy === person.id}
                disabled={naming.busy !== null && naming.busy !== person.id}
                onClick={() => naming.name(person)}
              >
                Name
              </Button>
            )}
          </li>
        ))}
      </ul>
      {mayNot.length > 0 && (
        <section aria-label="May not be named">
          <Title order={3} mb="xs">
            May not
          </Title>
          <ul className={css['plain']}>
            {mayNot.map((person) => (
              <li key={person.id} className={css['person']}>
                <Described person={person} isSecond={isSecond} />
                <Text size="sm">{why(person)}</Text>
              </li>
            ))}
          </ul>
        </section>
      )}
      {people.length >= FULL_PAGE && <Text size="sm">There may be more. Type part of a name to find others.</Text>}
    </Stack>
  );
}

function Described({ person, isSecond }: { readonly person: AuditorRow; readonly isSecond: boolean }): ReactElement {
  const parts = [...person.roles, person.team].filter((part) => part !== '');
  return (
    <span>
      {person.name}
      <span className={css['quiet']} style={{ display: 'block' }}>
        {parts.join(', ')}
        {!isSecond && person.has > 0 ? `. Has ${filesInWords(person.has)} here.` : ''}
      </span>
    </span>
  );
}
