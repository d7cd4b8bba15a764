import { useState, type ReactElement } from 'react';
import { Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import type { DecisionRow, ResultsView } from '@plumbline/analytics/survey-results';
import { dateInWords } from '@plumbline/analytics/wording';
import { STAGE_WORDS } from '../model/stage-words.ts';
import { DecisionForm } from './decision-form.tsx';
import css from './results.module.css';

/** Said, decided, changed, checked: for whoever answered, and for whoever has to do it. */
export function Decisions({ view }: { readonly view: ResultsView }): ReactElement {
  const [edited, setEdited] = useState<string | null>(null);
  const { decisions, may } = view;
  return (
    <section aria-labelledby="decisions-title">
      <Title order={2} id="decisions-title" mb="xs">
        What came of it
      </Title>
      {decisions.length === 0 && (
        <Text className="prose" c="dimmed" mb="sm">
          Nothing stands here yet. For each thing that was said: what is decided, or why nothing will be done; what changed; and
          what was found when it was looked at again.
        </Text>
      )}
      <Stack gap="md" maw="58rem">
        {decisions.map((row) =>
          edited === row.id ? (
            <DecisionForm key={row.id} view={view} row={row} onDone={() => setEdited(null)} />
          ) : (
            <Decision key={row.id} row={row} view={view} onEdit={may.decide ? () => setEdited(row.id) : null} />
          ),
        )}
        {may.decide && edited === 'new' && <DecisionForm view={view} row={null} onDone={() => setEdited(null)} />}
      </Stack>
      {may.decide && edited === null && (
        <Button className="no-print" mt="md" variant="default" onClick={() => setEdited('new')}>
          Add what was said and decided
        </Button>
      )}
    </section>
  );
}

function Decision({
  row,
  view,
  onEdit,
}: {
  readonly row: DecisionRow;
  readonly view: ResultsView;
  readonly onEdit: (() => void) | null;
}): ReactElement {
  const { entry, stage } = row;
  const { mark, words } = STAGE_WORDS[stage];
  const asked = (view.latest?.words ?? []).filter(({ key }) => entry.questions.includes(key)).map(({ text }) => text);
  const themes = view.comments.questions
    .flatMap((one) => one.themes)
    .filter(({ id }) => id !== null && entry.themes.includes(id))
    .map(({ label }) => `comments: ${label}`);
  const about = [...asked, ...themes];
  return (
    <article className={`${css['decision']} keep-together`} aria-label={entry.said}>
      <Group justify="space-between" align="flex-start" wrap="nowrap" mb="xs">
        <Badge variant="light" tt="none" size="lg">
          <span aria-hidden="true">{mark}</span> {words}
        </Badge>
        {onEdit !== null && (
          <Button className="no-print" variant="subtle" size="compact-sm" onClick={onEdit}>
            Change
          </Button>
        )}
      </Group>
      <dl className={css['steps']}>
        <dt>Said</dt>
        <dd>
          {entry.said}
          {about.length > 0 && <span className={css['part']}> ({about.join(' · ')})</span>}
        </dd>
        <dt>Decided</dt>
        <dd>{decidedInWords(row)}</dd>
        {entry.decided?.kind !== 'will-not' && (
          <>
            <dt>Changed</dt>
            <dd>{entry.changed === null ? 'Not yet.' : `${entry.changed.text} (${dateInWords(entry.changed.on)})`}</dd>
            <dt>Checked</dt>
            <dd>{entry.checked === null ? 'Not yet.' : `${entry.checked.text} (${dateInWords(entry.checked.on)})`}</dd>
          </>
        )}
      </dl>
    </article>
  );
}

function decidedInWords({ entry: { decided } }: DecisionRow): string {
  if (decided === null) return 'Not yet.';
  if (decided.kind === 'will-not') return `We will not do this, because ${decided.because}`;
  return `${decided.text} By whom: ${decided.by}. By when: ${dateInWords(decided.byWhen)}.`;
}
