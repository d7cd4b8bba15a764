import { useState, type ReactElement } from 'react';
import { Button, Group, Stack, Table, Text, Title } from '@mantine/core';
import { dateWithWeekday } from '@plumbline/analytics/wording';
import type { RoundDetail } from '@plumbline/domain/surveys';
import css from './surveys.module.css';

const inFours = (digits: string): string => (digits.match(/.{1,4}/g) ?? []).join(' ');

/** The sentences for the intranet, with the fingerprint that everybody must see the same. */
function noticeOf(round: RoundDetail): string {
  return [
    `${round.title}. Open until ${dateWithWeekday(round.closesOn)}. About ${Math.ceil(round.minutes)} minutes. Taking part is up to you.`,
    `Fingerprint of this survey: ${inFours(round.manifestHash ?? '')}`,
    'The same fingerprint must stand in your invitation, where you take your one-time link, and on the page where you answer. If it does not, do not answer, and tell us.',
    ...round.cells.map(({ label, headCount, fingerprint }) => `${label} (${headCount} people): ${inFours(fingerprint)}`),
  ].join('\n');
}

/** What is published so that nobody can be given a key of their own: to be put on the intranet, where all see the same. */
export function RoundManifest({ round }: { readonly round: RoundDetail }): ReactElement {
  const [isCopied, setCopied] = useState(false);
  return (
    <section aria-labelledby="manifest-title">
      <Title order={2} id="manifest-title" mb="xs">
        For the intranet
      </Title>
      <Stack gap="md">
        <Text className="prose">
          Put this where all staff see the same page. If somebody is shown another fingerprint, somebody may be trying to tell
          people apart, and they can see it.
        </Text>
        <Text className={css['code'] ?? ''}>{inFours(round.manifestHash ?? '')}</Text>
        <Group className="no-print">
          <Button
            variant="default"
            onClick={() => void navigator.clipboard.writeText(noticeOf(round)).then(() => setCopied(true))}
          >
            Copy the text for the intranet
          </Button>
          <Text size="sm" c="dimmed" aria-live="polite">
            {isCopied && 'Copied.'}
          </Text>
        </Group>
        <details>
          <summary>Keys of the groups</summary>
          <Table.ScrollContainer minWidth={480} maw="58rem">
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th scope="col">Group</Table.Th>
                  <Table.Th scope="col">Fingerprint of its key</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {round.cells.map(({ id, label, fingerprint }) => (
                  <Table.Tr key={id}>
                    <Table.Th scope="row" fw={400}>
                      {label}
                    </Table.Th>
                    <Table.Td className={css['code'] ?? ''}>{inFours(fingerprint)}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        </details>
      </Stack>
    </section>
  );
}
