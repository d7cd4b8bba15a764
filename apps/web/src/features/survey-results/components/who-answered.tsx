import { type ReactElement } from 'react';
import { Stack, Text, Title } from '@mantine/core';
import { prepareRates } from '@plumbline/analytics/prepare';
import type { PublishedRelease } from '@plumbline/analytics/survey-results';
import css from './results.module.css';
import { TwinTable } from '../../../parts/table/twin-table.tsx';

/** How many answered, and from which groups less was heard: only groups that are large enough, and never anybody by name. */
export function WhoAnswered({ release }: { readonly release: PublishedRelease }): ReactElement {
  const breakdowns = release.plan.breakdowns.filter(({ kind }) => kind === 'service' || kind === 'role-family');
  const whole = release.rates.find(({ group, breakdown }) => group === 'whole' && breakdown === 'whole');
  return (
    <section aria-labelledby="who-title">
      <Title order={2} id="who-title" mb="xs">
        Who answered
      </Title>
      <Text className="prose" mb="sm">
        {whole === undefined || whole.state === 'not-shown'
          ? 'How many answered cannot be said without showing people.'
          : whole.isCapped
            ? `95% or more of the ${whole.headCount ?? 0} people who were invited answered.`
            : `${whole.percent ?? 0}% answered: ${whole.replies ?? 0} of the ${whole.headCount ?? 0} people who were invited.`}
      </Text>
      <Stack gap="lg">
        {breakdowns.map(({ id, label }) => {
          const model = prepareRates(release.plan, release.rates, id);
          return (
            <div key={id}>
              <Title order={3}>{label}</Title>
              <Text className="prose" size="sm" c="dimmed" mb="xs">
                {model.sentence}
              </Text>
              <ul className={css['rows']}>
                {model.rows.map(({ key, label: group, share, words, note, isMissing }) => (
                  <li key={key} className={css['row']}>
                    <span>
                      {isMissing ? '▽ ' : ''}
                      {group}
                    </span>
                    {share === null ? (
                      <span className={css['note']}>{note ?? words}</span>
                    ) : (
                      <>
                        <span className={css['track']} aria-hidden="true">
                          <span
                            className={css['segment']}
                            data-tone={isMissing ? 'positive' : 'positive-strong'}
                            style={{ left: 0, width: `${share * 100}%` }}
                          />
                        </span>
                        <span className={css['reading']}>
                          {words}
                          {isMissing ? ', less than elsewhere' : ''}
                        </span>
                      </>
                    )}
                  </li>
                ))}
              </ul>
              <TwinTable twin={model.table} />
            </div>
          );
        })}
      </Stack>
    </section>
  );
}
