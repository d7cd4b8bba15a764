import { type ReactElement } from 'react';
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { instantInWords, itemChange } from '@plumbline/analytics/wording';
import { compareVersions, type Instrument } from '@plumbline/domain/surveys';
import { SavingLine } from '../../../parts/saving/saving-line.tsx';
import css from './design.module.css';
import type { FormWork } from './use-form.ts';

/** Whether what was changed is saved, and the last change with its way back: always in sight. */
export function WorkBar({ work }: { readonly work: FormWork }): ReactElement {
  const { saving, undoable } = work;
  return (
    <div className={css['bar']}>
      <SavingLine saving={saving} of="this survey" />
      {saving.kind === 'failed' && (
        <Button size="compact-sm" variant="default" onClick={() => void work.saveNow()}>
          Try again
        </Button>
      )}
      {undoable !== null && (
        <Group gap="xs" wrap="nowrap" className={css['undo'] ?? ''}>
          <Text component="output" display="block" size="sm" truncate>
            {undoable}
          </Text>
          <Button size="compact-sm" variant="default" className={css['kept'] ?? ''} onClick={work.undo}>
            Undo
          </Button>
        </Group>
      )}
    </div>
  );
}

/** Somebody saved first: where the two forms differ, and the choice between them. Nothing was overwritten. */
export function FormConflict({ work }: { readonly work: FormWork }): ReactElement | null {
  const { saving, form } = work;
  if (saving.kind !== 'conflict') return null;
  const { theirs } = saving;
  const differences = differencesBetween(theirs.draft, form);
  return (
    <Alert
      role="alert"
      variant="light"
      color="var(--pl-status-overdue)"
      mb="lg"
      title="Somebody changed this survey while you worked on it"
    >
      <Stack gap="sm">
        <Text>
          {theirs.updatedBy.name} saved it on {instantInWords(theirs.updatedAt)}. Nothing was overwritten: say which form is
          right.
        </Text>
        <ul className={css['plain']}>
          {differences.map(({ text, says }) => (
            <li key={text}>
              <strong>{text}</strong> {says}
            </li>
          ))}
        </ul>
        <Group gap="sm">
          <Button onClick={work.keepMine}>Use my form</Button>
          <Button variant="default" onClick={work.takeTheirs}>
            Keep what was saved
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}

function differencesBetween(theirs: Instrument, mine: Instrument): { text: string; says: string }[] {
  const items = compareVersions(theirs, mine).flatMap((change) => {
    const { text } = change.kind === 'removed' ? change.before : change.after;
    if (change.kind === 'added') return [{ text, says: 'Only in yours.' }];
    if (change.kind === 'removed') return [{ text, says: 'Only in what was saved.' }];
    return itemChange(change) === null ? [] : [{ text, says: 'Different in the two.' }];
  });
  const isTitleOther = theirs.title !== mine.title || theirs.introduction !== mine.introduction;
  const head = isTitleOther ? [{ text: 'Title or introduction', says: 'Different in the two.' }] : [];
  const all = [...head, ...items];
  return all.length === 0 ? [{ text: 'The order of the questions', says: 'is different in the two.' }] : all;
}
