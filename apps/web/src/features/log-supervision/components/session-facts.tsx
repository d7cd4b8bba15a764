import { type ReactElement } from 'react';
import { DataList, List, Stack, Text, Title } from '@mantine/core';
import type { SessionDetail } from '@plumbline/analytics/compliance';
import { dateInWords } from '@plumbline/analytics/wording';
import { useMe } from '../../../app/session/me.tsx';
import { fieldsOfKind } from '../../../parts/fact/field-model.ts';
import { instantInWords, valueInWords } from '../../../parts/fact/value-words.ts';
import { FileDiscussion } from './file-discussion.tsx';
import { SESSION } from '../model/session-words.ts';

/** A line of the log to read. */
export function SessionFacts({ session }: { readonly session: SessionDetail }): ReactElement {
  const { permissions } = useMe();
  const names = { supervisee: session.supervisee.name, supervisor: session.supervisor.name };
  const given = fieldsOfKind(SESSION).filter(
    (field) => field.name !== 'session' && (session.values[field.name] ?? null) !== null,
  );
  return (
    <Stack gap="lg" maw="44rem">
      <DataList labelWidth="11rem">
        {given.map((field) => (
          <DataList.Item key={field.name}>
            <DataList.ItemLabel>{field.label}</DataList.ItemLabel>
            <DataList.ItemValue>{valueInWords(field, session.values[field.name], names)}</DataList.ItemValue>
          </DataList.Item>
        ))}
      </DataList>
      <Stack component="section" gap="xs" aria-labelledby="children-discussed">
        <Title order={2} id="children-discussed">
          Children discussed
        </Title>
        {session.children.length === 0 && <Text c="dimmed">None.</Text>}
        <List>
          {session.children.map((entry) => (
            <List.Item key={entry.id}>
              {entry.child.label}, {dateInWords(entry.discussedOn)}:{' '}
              {entry.filedAt === null
                ? 'said to be discussed, not yet on the file'
                : `on the child’s file since ${instantInWords(entry.filedAt)}`}
              {permissions.includes('supervisions:file') && entry.filedAt === null && <FileDiscussion discussion={entry} />}
            </List.Item>
          ))}
        </List>
      </Stack>
    </Stack>
  );
}
