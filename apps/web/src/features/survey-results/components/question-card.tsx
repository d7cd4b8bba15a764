import { type ReactElement } from 'react';
import { Stack, Text, Title } from '@mantine/core';
import { prepareAnswers, prepareBars, prepareRanking, standsOnScale } from '@plumbline/analytics/prepare';
import type { PublishedRound } from '@plumbline/analytics/survey-results';
import { groupTables, type GroupTable, type ShownQuestion } from '../model/question-sections.ts';
import { AnswersFigure, RankingFigure } from './answers-figure.tsx';
import { BarsFigure } from './bars-figure.tsx';
import css from './results.module.css';

interface QuestionCardProps {
  readonly published: PublishedRound;
  readonly shown: ShownQuestion;
  /** Id of the breakdown beside everybody, or `whole`. */
  readonly breakdown: string;
  readonly layout: 'diverging' | 'whole';
}

/** One question: everybody, then the groups of the breakdown where they may be shown. */
export function QuestionCard({ published, shown, breakdown, layout }: QuestionCardProps): ReactElement {
  const whole = groupTables(published, shown.key, 'whole').map((one) => ({ ...one, label: 'Everybody' }));
  const groups = breakdown === 'whole' ? [] : groupTables(published, shown.key, breakdown);
  const tables = [...whole, ...groups];
  return (
    <article className={`${css['question']} keep-together`} aria-labelledby={`question-${shown.key}`}>
      <Title order={3} id={`question-${shown.key}`}>
        {shown.places.length > 1 ? shown.text.replace(/ place-1$/u, '') : shown.text}
      </Title>
      {shown.part !== 'Asked of everybody' && <p className={css['part']}>{shown.part}</p>}
      <Figures published={published} shown={shown} tables={tables} layout={layout} />
      {breakdown !== 'whole' && groups.length === 0 && (
        <Text size="sm" c="dimmed">
          Not shown by group: too few replies to protect people.
        </Text>
      )}
    </article>
  );
}

function Figures({
  published,
  shown,
  tables,
  layout,
}: Pick<QuestionCardProps, 'published' | 'shown' | 'layout'> & { readonly tables: readonly GroupTable[] }): ReactElement {
  const { question, text, places } = shown;
  if (places.length > 1) return <Rankings published={published} shown={shown} tables={tables} />;
  if (standsOnScale(question)) {
    const inputs = tables.map(({ group, label, table }) => ({ key: group, label, question, table }));
    return <BarsFigure model={prepareBars(text, inputs, layout)} />;
  }
  return (
    <Stack gap="sm">
      {tables.map(({ group, label, table }) => (
        <AnswersFigure key={group} label={tables.length === 1 ? null : label} model={prepareAnswers(text, question, table)} />
      ))}
    </Stack>
  );
}

function Rankings({
  published,
  shown,
  tables,
}: Pick<QuestionCardProps, 'published' | 'shown'> & { readonly tables: readonly GroupTable[] }): ReactElement {
  return (
    <Stack gap="sm">
      {tables.map(({ group, label, table }) => {
        const places = shown.places.flatMap(({ key }) =>
          groupTables(published, key, table.breakdown).filter((one) => one.group === group),
        );
        const model = prepareRanking(
          shown.text,
          shown.question,
          places.map((one) => one.table),
        );
        return <RankingFigure key={group} label={tables.length === 1 ? null : label} model={model} />;
      })}
    </Stack>
  );
}
