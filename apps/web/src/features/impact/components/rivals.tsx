import { type ReactElement } from 'react';
import { Title } from '@mantine/core';
import { dateInWords, NO_RIVALS_WRITTEN, WHILE_RIVALS_STAND } from '@plumbline/analytics/wording';
import { RIVAL_EVENT_KINDS } from '@plumbline/domain/facts';
import { useMe } from '../../../app/session/me.tsx';
import { ButtonLink } from '../../../parts/link/text-link.tsx';
import type { Rival } from '../model/outputs.ts';
import css from './impact.module.css';

/** What else happened in the months that are compared, by date, and what follows from it for the reading. */
export function Rivals({ rivals }: { readonly rivals: readonly Rival[] }): ReactElement {
  const mayWrite = useMe().permissions.includes('events:record');
  return (
    <section aria-labelledby="rivals" className={css['rivals']}>
      <Title order={2} id="rivals" mb="xs">
        What else happened in these months
      </Title>
      {rivals.length > 0 && (
        <ol className={css['rivalList']}>
          {rivals.map((rival) => (
            <li key={rival.id}>
              <span className={css['when']}>{whenOf(rival)}</span>
              <span>
                {rival.title}
                <span className={css['kind']}>
                  {RIVAL_EVENT_KINDS[rival.kind]} · {rival.team?.name ?? 'The whole council'}
                </span>
              </span>
            </li>
          ))}
        </ol>
      )}
      <p className={css['rule']}>{rivals.length > 0 ? WHILE_RIVALS_STAND : NO_RIVALS_WRITTEN}</p>
      <ButtonLink className="no-print" variant="default" to="/events">
        {mayWrite ? 'Write down what else happened' : 'Open what else happened'}
      </ButtonLink>
    </section>
  );
}

function whenOf({ on, to }: Rival): string {
  return to === null || to === on ? dateInWords(on) : `${dateInWords(on)} to ${dateInWords(to)}`;
}
