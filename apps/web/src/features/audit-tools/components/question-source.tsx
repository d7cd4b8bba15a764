import { type ReactElement } from 'react';
import { Button, Group, Stack, Text } from '@mantine/core';
import type { QuestionOrigin } from '@plumbline/domain/audits';
import { TextLink } from '../../../parts/link/text-link.tsx';
import type { PolicyWording } from '../model/policy-wording.ts';
import css from './audit-tools.module.css';

interface QuestionSourceProps {
  readonly origin: QuestionOrigin;
  readonly wording: PolicyWording | null;
  readonly onTakePolicy: (asks: string) => void;
}

/** Where a question comes from. One from the policy keeps its rule and clause however it is worded. */
export function QuestionSource({ origin, wording, onTakePolicy }: QuestionSourceProps): ReactElement {
  if (origin.kind === 'own') return <Text c="dimmed">A question of your own.</Text>;
  if (origin.kind === 'shipped')
    return (
      <Text c="dimmed" className="prose">
        Comes with Plumbline, because such audits usually ask about it.
      </Text>
    );
  return (
    <Stack gap="xs" className={css['source'] ?? ''}>
      <Text>
        From the policy:{' '}
        <TextLink to="/policy/rule" search={{ id: origin.rule }}>
          {origin.clause}, rule {origin.rule}
        </TextLink>
      </Text>
      <Wording wording={wording} onTakePolicy={onTakePolicy} />
    </Stack>
  );
}

function Wording({ wording, onTakePolicy }: Pick<QuestionSourceProps, 'wording' | 'onTakePolicy'>): ReactElement | null {
  switch (wording?.kind) {
    case 'same':
      return (
        <Text size="sm" c="dimmed">
          In the words of the policy in force. It keeps its clause if you reword it.
        </Text>
      );
    case 'gone':
      return <Text size="sm">The policy in force no longer asks this.</Text>;
    case 'reworded':
      return (
        <>
          <Text size="sm">
            <strong>Reworded.</strong> The policy in force asks: “{wording.policyAsks}”
          </Text>
          <Group>
            <Button size="compact-sm" variant="default" onClick={() => onTakePolicy(wording.policyAsks)}>
              Use the policy’s words
            </Button>
          </Group>
        </>
      );
    default:
      return null;
  }
}
