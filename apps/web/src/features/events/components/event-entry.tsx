import { type ReactElement } from 'react';
import { Button } from '@mantine/core';
import { kindAndTeam, newStartInWords, whenInWords } from '../model/event-words.ts';
import type { EventRow } from '../model/outputs.ts';
import css from './events.module.css';

interface EventEntryProps {
  readonly event: EventRow;
  /** Left out for whoever only reads. */
  readonly onCorrect: (() => void) | null;
  readonly onWithdraw: (() => void) | null;
}

/** The ids of the buttons of an entry, so that the focus can come back to them. */
export const correctId = (id: string): string => `correct-${id}`;
export const withdrawId = (id: string): string => `withdraw-${id}`;

/** One thing that happened: when, what, of what sort, whom it touched, and whether charts begin anew. */
export function EventEntry({ event, onCorrect, onWithdraw }: EventEntryProps): ReactElement {
  return (
    <div className={css['entry']}>
      <p className={css['when']}>{whenInWords(event)}</p>
      <div className={css['what']}>
        <h4 className={css['title']}>{event.title}</h4>
        <p className={css['kind']}>{kindAndTeam(event)}</p>
        {event.isNewStart && (
          <p className={css['start']}>
            <span aria-hidden="true">┃</span> {newStartInWords(event)}
          </p>
        )}
      </div>
      {onCorrect !== null && onWithdraw !== null && (
        <div className={`${css['doing']} no-print`}>
          <Button id={correctId(event.id)} variant="subtle" size="compact-sm" onClick={onCorrect}>
            Correct<span className={css['hidden']}> “{event.title}”</span>
          </Button>
          <Button id={withdrawId(event.id)} variant="subtle" size="compact-sm" onClick={onWithdraw}>
            Withdraw<span className={css['hidden']}> “{event.title}”</span>
          </Button>
        </div>
      )}
    </div>
  );
}
