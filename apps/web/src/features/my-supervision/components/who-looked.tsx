import { useId, useState, type ReactElement } from 'react';
import { Box, Button, List, Skeleton, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { readerInWords } from '@plumbline/analytics/wording';
import { useTRPC } from '../../../app/api/trpc.ts';
import { Problem } from '../../../app/states/problem.tsx';

const SHOWN_FIRST = 5;

/** Who has looked at one's own record, and on which ground. */
export function WhoLooked(): ReactElement {
  const id = useId();
  const trpc = useTRPC();
  const [isWhole, setWhole] = useState(false);
  const reads = useQuery(trpc.mine.reads.queryOptions());
  const rows = reads.data ?? [];
  const shown = isWhole ? rows : rows.slice(0, SHOWN_FIRST);
  return (
    <Box component="section" aria-labelledby={id} mt="xl">
      <Title order={2} id={id} mb="xs">
        Who has looked at your record
      </Title>
      <Text c="dimmed" mb="sm" className="prose">
        In the last three months: whoever opened your page, a supervision, a reason or what is recorded about you. Lists of a
        whole team are not counted.
      </Text>
      {reads.isPending && <Skeleton height="3rem" />}
      {reads.isError && <Problem error={reads.error} what="This list could not be loaded" onRetry={() => void reads.refetch()} />}
      {reads.isSuccess && rows.length === 0 && <Text>Nobody but you has.</Text>}
      {shown.length > 0 && (
        <List spacing="xs" listStyleType="none" mb="sm">
          {shown.map((row) => {
            const words = readerInWords(row);
            return (
              <List.Item key={`${row.reader.id} ${row.what} ${row.ground} ${row.beside?.id} ${row.on}`}>
                {words.who} <Text span c="dimmed">{`${words.when}.`}</Text>
              </List.Item>
            );
          })}
        </List>
      )}
      {rows.length > SHOWN_FIRST && (
        <Button variant="default" onClick={() => setWhole(!isWhole)} aria-expanded={isWhole}>
          {isWhole ? 'Show the latest only' : `Show all ${rows.length}`}
        </Button>
      )}
    </Box>
  );
}
