import { type ReactElement } from 'react';
import { Title } from '@mantine/core';
import { dateInWords } from '@plumbline/analytics/wording';
import type { RoundDetail } from '@plumbline/domain/surveys';
import css from './surveys.module.css';

const names = (people: RoundDetail['paperBy']): string => people.map(({ name }) => name).join(', ');

/** What was decided when the round was planned, and what has happened since. */
export function RoundFacts({ round }: { readonly round: RoundDetail }): ReactElement {
  const dates = [
    ['List fixed', round.frozenOn],
    ['Opened', round.openedOn],
    ['Last reminder', round.remindedOn],
    ['Closed', round.closedOn],
  ] as const;
  return (
    <section aria-labelledby="facts-title">
      <Title order={2} id="facts-title" mb="sm">
        How it was planned
      </Title>
      <dl className={css['facts']}>
        <dt>Takes</dt>
        <dd>About {Math.ceil(round.minutes)} minutes</dd>
        <dt>Results by</dt>
        <dd>{dateInWords(round.reportBy)}</dd>
        <dt>Paper forms</dt>
        <dd>{round.paperBy.length === 0 ? 'Nobody is named: there is no paper in this round' : names(round.paperBy)}</dd>
        <dt>Comments read first by</dt>
        <dd>{names(round.screeners)}</dd>
        <dt>Safeguarding worries go to</dt>
        <dd>{round.safeguardingTo.name}, on the day on which they are read</dd>
        {dates.map(([label, on]) =>
          on === null ? null : (
            <div key={label} style={{ display: 'contents' }}>
              <dt>{label}</dt>
              <dd>{dateInWords(on)}</dd>
            </div>
          ),
        )}
      </dl>
    </section>
  );
}
