import { useState, type ReactElement } from 'react';
import { Group, NativeSelect, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import type { PublishedRound } from '@plumbline/analytics/survey-results';
import { questionSections } from '../model/question-sections.ts';
import { QuestionCard } from './question-card.tsx';
import css from './results.module.css';

type Layout = 'diverging' | 'whole';

/** What was asked and what was answered, under the headings of the form. */
export function Questions({ published }: { readonly published: PublishedRound }): ReactElement {
  const [layout, setLayout] = useState<Layout>('diverging');
  const [breakdown, setBreakdown] = useState('whole');
  const sections = questionSections(published);
  const { breakdowns } = published.release.plan;
  return (
    <section aria-labelledby="questions-title">
      <Title order={2} id="questions-title" mb="xs">
        What people said
      </Title>
      <Text className="prose" mb="sm">
        Bars run from poor answers on the left to good ones on the right. The range in brackets is where the figure for all staff
        most likely lies. Where too few answered to protect people, nothing is shown.
      </Text>
      <Group className="no-print" gap="lg" mb="md" align="flex-end">
        {breakdowns.length > 1 && (
          <NativeSelect
            label="Show as well"
            value={breakdown}
            onChange={(event) => setBreakdown(event.currentTarget.value)}
            data={breakdowns.map(({ id, kind, label }) => ({ value: id, label: kind === 'whole' ? 'Everybody only' : label }))}
          />
        )}
        <SegmentedControl
          aria-label="How bars are drawn"
          value={layout}
          onChange={(value) => setLayout(value as Layout)}
          data={[
            { value: 'diverging', label: 'Around the middle' },
            { value: 'whole', label: 'Full bars' },
          ]}
        />
      </Group>
      <nav aria-label="Questions" className="no-print">
        <ol className={css['contents']}>
          {sections.map(({ id, heading }) => (
            <li key={id}>
              <a href={`#${id}`}>{heading}</a>
            </li>
          ))}
        </ol>
      </nav>
      <Stack gap="xl" mt="lg">
        {sections.map(({ id, heading, questions }) => (
          <section key={id} aria-labelledby={id}>
            <Title order={2} id={id} mb="xs">
              {heading}
            </Title>
            {questions.map((shown) => (
              <QuestionCard key={shown.key} published={published} shown={shown} breakdown={breakdown} layout={layout} />
            ))}
          </section>
        ))}
      </Stack>
    </section>
  );
}
