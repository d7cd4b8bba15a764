import { useEffect, useRef, useState, type ReactElement } from 'react';
import { Alert, Button, Group, Radio, Stack, Text } from '@mantine/core';
import { instantInWords } from '@plumbline/analytics/wording';
import type { Clash, Side, Sides } from '../model/merge-audits.ts';
import css from './audit-files.module.css';
import type { FileWork } from './use-file.ts';

/** Another window saved first: both versions where both wrote, and the choice for each. Nothing was overwritten. */
export function FileConflict({ work }: { readonly work: FileWork }): ReactElement | null {
  const box = useRef<HTMLDivElement>(null);
  const [sides, setSides] = useState<Sides>({});
  // The focus belongs to the browser.
  useEffect(() => box.current?.focus(), []);
  if (work.saving.kind !== 'conflict') return null;
  const { theirs, clashes } = work.saving;
  return (
    <Alert
      ref={box}
      tabIndex={-1}
      role="alert"
      variant="light"
      color="var(--pl-status-overdue)"
      title="This audit was changed elsewhere while you wrote"
      mb="md"
    >
      <Stack gap="md">
        <Text>
          It was saved on {instantInWords(theirs.updatedAt)}, perhaps in another window of yours. Nothing was overwritten. Say
          which stands where both wrote; everything else that was written, here or there, is kept.
        </Text>
        {clashes.map((clash) => (
          <ClashChoice
            key={clash.place}
            clash={clash}
            side={sides[clash.place] ?? 'mine'}
            onChoose={(side) => setSides((before) => ({ ...before, [clash.place]: side }))}
          />
        ))}
        <Group>
          <Button onClick={() => work.settle(sides)}>Save it so</Button>
        </Group>
      </Stack>
    </Alert>
  );
}

interface ClashChoiceProps {
  readonly clash: Clash;
  readonly side: Side;
  readonly onChoose: (side: Side) => void;
}

function ClashChoice({ clash, side, onChoose }: ClashChoiceProps): ReactElement {
  return (
    <Radio.Group label={clash.label} value={side} onChange={(value) => onChoose(value === 'theirs' ? 'theirs' : 'mine')}>
      <div className={css['sides']}>
        <Radio value="mine" label="What you wrote here" description={<span className={css['written']}>{clash.mine}</span>} />
        <Radio
          value="theirs"
          label="What was saved elsewhere"
          description={<span className={css['written']}>{clash.theirs}</span>}
        />
      </div>
    </Radio.Group>
  );
}
