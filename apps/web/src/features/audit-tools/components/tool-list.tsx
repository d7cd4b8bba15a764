import { useState, type ReactElement } from 'react';
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { instantInWords } from '@plumbline/analytics/wording';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTRPC, useTRPCClient } from '../../../app/api/trpc.ts';
import { RefusalNotice } from '../../../parts/form/refusal-notice.tsx';
import { refusalOf } from '../../../parts/form/refusal.ts';
import { ButtonLink } from '../../../parts/link/text-link.tsx';
import type { ToolListRow } from '../model/outputs.ts';
import { countOf, kindWords } from '../model/tool-words.ts';
import css from './audit-tools.module.css';
import { useSameKey } from './use-same-key.ts';

interface ToolListProps {
  readonly tools: readonly ToolListRow[];
  /** One was taken off the list. */
  readonly onTaken: (title: string) => void;
}

/** The council's audit tools, the one changed last first. */
export function ToolList({ tools, onTaken }: ToolListProps): ReactElement {
  const [asked, setAsked] = useState<string | null>(null);
  return (
    <ul className={css['tools']}>
      {tools.map((row) => (
        <li key={row.id}>
          <div className={css['tool']}>
            <div className={css['toolWords']}>
              <Link to="/audits/tools/$toolId" params={{ toolId: row.id }}>
                {row.title.trim() === '' ? 'Without a title' : row.title}
              </Link>
              <Text>{standingOf(row)}</Text>
              <Text size="sm" c="dimmed">
                Changed by {row.updatedBy.name}, {instantInWords(row.updatedAt)}
              </Text>
            </div>
            <Group gap="xs" className={css['toolMoves'] ?? ''}>
              {row.published !== null && (
                <ButtonLink
                  to="/audits/plan"
                  search={{ tool: row.id }}
                  size="compact-sm"
                  variant="default"
                  aria-label={`Plan an audit with “${row.title}”`}
                >
                  Plan an audit
                </ButtonLink>
              )}
              <Button
                size="compact-sm"
                variant="subtle"
                aria-label={`Take “${row.title}” off the list`}
                aria-expanded={asked === row.id}
                onClick={() => setAsked(asked === row.id ? null : row.id)}
              >
                Take off the list
              </Button>
            </Group>
          </div>
          {asked === row.id && <TakeOff row={row} onClose={() => setAsked(null)} onTaken={() => onTaken(row.title)} />}
        </li>
      ))}
    </ul>
  );
}

/** "Supervision file. 24 questions. Version 2 is published." */
function standingOf({ kind, about, questions, published }: ToolListRow): string {
  const standing = published === null ? 'Not published yet' : `Version ${published} is published`;
  return `${kindWords(kind, about)}. ${countOf(questions, 'question')}. ${standing}.`;
}

interface TakeOffProps {
  readonly row: ToolListRow;
  readonly onClose: () => void;
  readonly onTaken: () => void;
}

/** It cannot be brought back, so it is asked first, with what stays. */
function TakeOff({ row, onClose, onTaken }: TakeOffProps): ReactElement {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const keyFor = useSameKey();
  const discard = useMutation({
    mutationFn: async () => {
      const asked = { toolId: row.id, baseVersion: (await client.auditTools.get.query({ toolId: row.id })).version };
      return await client.auditTools.discard.mutate({ ...asked, idempotencyKey: keyFor(asked) });
    },
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: trpc.auditTools.pathKey() });
      onTaken();
    },
  });
  return (
    <Alert variant="light" color="gray" mb="md" title={`Take “${row.title}” off the list?`}>
      <Stack gap="sm">
        {discard.isError && <RefusalNotice refusal={refusalOf(discard.error)} />}
        <Text className="prose">
          It cannot be brought back.{' '}
          {row.published !== null && 'Audits that use a published version of it go on with that version.'}
        </Text>
        <Group gap="sm">
          <Button loading={discard.isPending || discard.isSuccess} onClick={() => discard.mutate()}>
            Take it off the list
          </Button>
          <Button variant="default" onClick={onClose}>
            Keep it
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
