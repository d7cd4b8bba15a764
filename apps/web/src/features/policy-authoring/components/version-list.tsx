import { type ReactElement } from 'react';
import { Anchor, Badge, Group, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { PolicyVersionRow } from '@plumbline/analytics/compliance';
import { dateInWords, instantInWords, listInWords } from '@plumbline/analytics/wording';
import { useTRPC } from '../../../app/api/trpc.ts';
import { useMe } from '../../../app/session/me.tsx';
import { AttachDocument } from './attach-document.tsx';
import css from './versions.module.css';

const STATES: Readonly<Record<PolicyVersionRow['state'], string>> = {
  'in-force': 'In force',
  'to-come': 'To come',
  past: 'Past',
  replaced: 'Replaced before it began',
};

interface VersionListProps {
  readonly versions: readonly PolicyVersionRow[];
  readonly mayAttach: boolean;
}

/** Every published version, the latest first: from when to when, by whom, why, and its document. */
export function VersionList({ versions, mayAttach }: VersionListProps): ReactElement {
  return (
    <ul className={css['versions']}>
      {versions.map((version) => (
        <Version key={version.contentHash} version={version} mayAttach={mayAttach} />
      ))}
    </ul>
  );
}

function Version({ version, mayAttach }: { readonly version: PolicyVersionRow; readonly mayAttach: boolean }): ReactElement {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { contentHash, state } = version;
  const seesImpact = useMe().permissions.includes('impact:read') && (state === 'in-force' || state === 'past');
  return (
    <li className={css['version']}>
      <Stack gap={6}>
        <Group gap="sm">
          <h3>
            {state === 'in-force' ? (
              <Link to="/policy">Version {version.version}</Link>
            ) : (
              <Link to="/policy/version" search={{ of: contentHash }}>
                Version {version.version}
              </Link>
            )}
          </h3>
          <Badge tt="none" variant={state === 'in-force' ? 'filled' : 'outline'}>
            {STATES[state]}
          </Badge>
        </Group>
        <Text>{heldInWords(version)}</Text>
        {version.note !== null && <Text className={css['note'] ?? ''}>{version.note}</Text>}
        {version.because !== null && <Text c="dimmed">From a day in the past, because: {version.because}</Text>}
        <Text c="dimmed">{madeInWords(version)}</Text>
        <AttachDocument
          of={{ version: contentHash }}
          present={version.document}
          mayAttach={mayAttach}
          onAttached={() => {
            void queryClient.invalidateQueries({ queryKey: trpc.policy.versions.queryKey() });
            void queryClient.invalidateQueries({ queryKey: trpc.policy.clause.queryKey() });
          }}
        />
        <Text>
          <Anchor href={`/api/policy/versions/${contentHash}.yaml`} download>
            As YAML
          </Anchor>
          {' · '}
          <Anchor href={`/api/policy/versions/${contentHash}.json`} download>
            As JSON
          </Anchor>
          {seesImpact && (
            <>
              {' · '}
              <Link to="/impact" search={{ version: version.number }}>
                What changed since
              </Link>
            </>
          )}
        </Text>
      </Stack>
    </li>
  );
}

function heldInWords({ title, validFrom, until, state }: PolicyVersionRow): string {
  const to = until === null ? '' : ` to ${dateInWords(until)}`;
  const verb = state === 'to-come' ? 'will hold' : state === 'past' ? 'held' : state === 'replaced' ? 'was to hold' : 'holds';
  return `${title}: ${verb} from ${dateInWords(validFrom)}${to}.`;
}

function madeInWords({ publishedAt, publishedBy, draftedBy }: PolicyVersionRow): string {
  const drafted = draftedBy.length === 0 ? '' : `Drafted by ${listInWords(draftedBy.map(({ name }) => name))}. `;
  const by = publishedBy === null ? 'Came with Plumbline' : `Published by ${publishedBy.name}`;
  return `${drafted}${by}, ${instantInWords(publishedAt)}.`;
}
