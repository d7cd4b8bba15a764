import { useState, type ReactElement } from 'react';
import { Alert, Button, Group, NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import type { ScreeningRow, ScreeningView } from '@plumbline/analytics/survey-results';
import { redacted } from '@plumbline/domain/surveys';
import { newIdempotencyKey } from '../../../parts/form/idempotency.ts';
import { RefusalNotice } from '../../../parts/form/refusal-notice.tsx';
import { refusalOf } from '../../../parts/form/refusal.ts';
import { withMark, withoutMark } from '../model/pieces.ts';
import { CommentWords } from './comment-words.tsx';
import css from './comments.module.css';
import { ReferButtons } from './refer-buttons.tsx';
import { TakeOut } from './take-out.tsx';
import { ThemeField } from './theme-field.tsx';
import { useScreening } from './use-screening.ts';

/** The first of two: what goes, under which theme, and whether it is shown. */
export function ScreenComment({ view, row }: { readonly view: ScreeningView; readonly row: ScreeningRow }): ReactElement {
  const { propose } = useScreening(view.round.id);
  const [marks, setMarks] = useState(row.proposal?.marks ?? row.found);
  const [themeId, setThemeId] = useState(row.proposal?.themeId ?? null);
  const [paraphrase, setParaphrase] = useState(row.proposal?.paraphrase ?? '');
  const [key, setKey] = useState(newIdempotencyKey);
  const changed =
    <Value,>(set: (value: Value) => void) =>
    (value: Value) => {
      set(value);
      setKey(newIdempotencyKey());
    };

  function send(outcome: 'release' | 'withhold'): void {
    propose.mutate({
      roundId: view.round.id,
      key: row.key,
      baseVersion: row.version,
      marks: [...marks],
      outcome,
      themeId: outcome === 'release' ? themeId : null,
      paraphrase: outcome === 'release' && paraphrase.trim() !== '' ? paraphrase.trim() : null,
      idempotencyKey: key,
    });
  }

  return (
    <Stack gap="md" className={css['card'] ?? ''}>
      {propose.isError && <RefusalNotice refusal={refusalOf(propose.error)} />}
      <CommentWords words={row.words} marks={marks} onUnmark={(mark) => changed(setMarks)(withoutMark(marks, mark))} />
      <Text size="sm" c="dimmed">
        {row.mayQuote
          ? 'The writer ticked that it may be quoted.'
          : 'The writer did not tick that it may be quoted: write a paraphrase, or it is only counted.'}
      </Text>
      <TakeOut id={row.key} words={row.words} marks={marks} onMark={(mark) => changed(setMarks)(withMark(marks, mark))} />
      <ThemeField view={view} item={row.item} id={row.key} value={themeId} onChange={changed(setThemeId)} />
      <Textarea
        label="Paraphrase, in your own words"
        description="Stands in place of the comment. Leave it empty to show the comment itself."
        autosize
        minRows={2}
        maxLength={600}
        value={paraphrase}
        onChange={(event) => changed(setParaphrase)(event.currentTarget.value)}
      />
      <Alert variant="light" color="gray" title="It would read">
        {paraphrase.trim() === '' ? redacted(row.words, marks) : `In our words: ${paraphrase.trim()}`}
      </Alert>
      <Group gap="sm">
        <Button loading={propose.isPending} onClick={() => send('release')}>
          Pass on to a second reader
        </Button>
        <Button variant="default" loading={propose.isPending} onClick={() => send('withhold')}>
          Propose not to show it
        </Button>
      </Group>
      <ReferButtons view={view} row={row} />
    </Stack>
  );
}

/** The second of two: sees what goes and what stays, approves it, or sends it back. */
export function ApproveComment({ view, row }: { readonly view: ScreeningView; readonly row: ScreeningRow }): ReactElement {
  const { approve, sendBack } = useScreening(view.round.id);
  const [key] = useState(newIdempotencyKey);
  const { proposal } = row;
  const step = { roundId: view.round.id, key: row.key, baseVersion: row.version, idempotencyKey: key };
  const theme = view.themes.find(({ id }) => id === proposal?.themeId)?.label;
  const failed = [approve, sendBack].find(({ isError }) => isError);
  return (
    <Stack gap="md" className={css['card'] ?? ''}>
      {failed !== undefined && <RefusalNotice refusal={refusalOf(failed.error)} />}
      <CommentWords words={row.words} marks={proposal?.marks ?? []} onUnmark={null} />
      <Text size="sm">
        {row.screenedBy ?? 'Somebody'} proposes{' '}
        {proposal?.outcome === 'withhold'
          ? 'not to show it.'
          : proposal?.paraphrase === null || proposal === null
            ? `to show it ${theme === undefined ? 'without a theme' : `under “${theme}”`}.`
            : `to show in its place, ${theme === undefined ? 'without a theme' : `under “${theme}”`}: ${proposal.paraphrase}`}
      </Text>
      {row.isMine ? (
        <Text c="dimmed">You proposed this, so somebody else approves it.</Text>
      ) : (
        <Group gap="sm">
          <Button loading={approve.isPending} onClick={() => approve.mutate(step)}>
            Approve, and destroy what was written
          </Button>
          <Button variant="default" loading={sendBack.isPending} onClick={() => sendBack.mutate(step)}>
            Send back
          </Button>
        </Group>
      )}
      <ReferButtons view={view} row={row} />
    </Stack>
  );
}

export function ItemSelect({
  view,
  value,
  onChange,
}: {
  readonly view: ScreeningView;
  readonly value: string;
  readonly onChange: (item: string) => void;
}): ReactElement {
  const data = view.items
    .filter(({ replies }) => replies > 0)
    .map(({ item, text }) => ({
      value: item,
      label: `${text} (${view.open.filter((row) => row.item === item).length} left)`,
    }));
  return (
    <NativeSelect
      label="Question"
      value={value}
      data={data}
      maw="44rem"
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
