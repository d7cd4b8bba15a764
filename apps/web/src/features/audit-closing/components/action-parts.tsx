import { Fragment, type ReactElement } from 'react';
import { Button, Text } from '@mantine/core';
import { dateInWords, nearDateWithWeekday } from '@plumbline/analytics/wording';
import { useMe } from '../../../app/session/me.tsx';
import { TextLink } from '../../../parts/link/text-link.tsx';
import { Standing } from '../../../parts/status/standing.tsx';
import type { ActionRow } from '../model/outputs.ts';
import { actionStanding, dueBeside, STEP_ORDER, STEP_WORDS } from '../model/step-words.ts';
import type { StepControl } from './use-step.ts';
import css from './actions.module.css';

/** What was agreed, what shows it done, and what was said of it since. */
export function ActionWords({ action }: { readonly action: ActionRow }): ReactElement {
  const { what, evidence, said, state } = action;
  const last = said.at(-1);
  const isShown = evidence !== '' && state !== 'open';
  const isLastApart = last !== undefined && !(isShown && last.text === evidence);
  return (
    <div className={css['words']}>
      <span className={css['what']}>{what}</span>
      {isShown && (
        <Text component="p" className={css['said'] ?? ''}>
          <span className={css['label']}>What shows it done:</span> {evidence}
        </Text>
      )}
      {isLastApart && (
        <Text component="p" className={css['said'] ?? ''}>
          <span className={css['label']}>
            {last.by}, {dateInWords(last.on)}:
          </span>{' '}
          {last.text}
        </Text>
      )}
      {said.length > 1 && <Said said={said} />}
      <AuditLink action={action} />
    </div>
  );
}

function Said({ said }: Pick<ActionRow, 'said'>): ReactElement {
  return (
    <details className={css['history']}>
      <summary>Everything that was said ({said.length})</summary>
      <dl>
        {said.map(({ by, on, text }, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- what was said keeps its order, and may be said twice
          <Fragment key={at}>
            <dt>
              {by}, {dateInWords(on)}
            </dt>
            <dd>{text}</dd>
          </Fragment>
        ))}
      </dl>
    </details>
  );
}

/** Only whoever reads audits of others finds the file open to them. */
function AuditLink({ action }: { readonly action: ActionRow }): ReactElement | null {
  const { permissions } = useMe();
  if (action.itemId === null || !permissions.includes('audits:read')) return null;
  return (
    <TextLink to="/audits/files/$itemId" params={{ itemId: action.itemId }} size="sm" className="no-print">
      Open the audit
    </TextLink>
  );
}

/** Who does it, and about which team it is. */
export function ActionOwner({ action }: { readonly action: ActionRow }): ReactElement {
  const isMine = action.owner.id === useMe().person.id;
  return (
    <span>
      {isMine ? `${action.owner.name} (you)` : action.owner.name}
      <span className={css['quiet']}>{action.team}</span>
    </span>
  );
}

/** By when, with the weekday and how far off it is. */
export function ActionDue({ action }: { readonly action: ActionRow }): ReactElement {
  const { today } = useMe();
  const beside = dueBeside(action, today);
  return (
    <span>
      {nearDateWithWeekday(action.dueOn, today)}
      {beside !== '' && <span className={action.isOverdue ? css['late'] : css['quiet']}>{beside}</span>}
    </span>
  );
}

export function ActionState({ action }: { readonly action: ActionRow }): ReactElement {
  const { look, words, detail } = actionStanding(action, useMe().today);
  return <Standing status={look} words={words} detail={detail} />;
}

/** The steps that the person may take now; what carries the action on comes first. */
export function ActionSteps({
  action,
  control,
}: {
  readonly action: ActionRow;
  readonly control: StepControl;
}): ReactElement | null {
  const steps = STEP_ORDER.filter((event) => action.may.includes(event));
  if (steps.length === 0) return null;
  return (
    <div className={`${css['steps']} no-print`}>
      {steps.map((event) => (
        <Button
          key={event}
          size="sm"
          {...LOOKS[event]}
          aria-label={`${STEP_WORDS[event].open}: ${shortened(action.what)}`}
          aria-expanded={control.step?.actionId === action.id && control.step.event === event}
          onClick={() => control.open(action, event)}
        >
          {STEP_WORDS[event].open}
        </Button>
      ))}
    </div>
  );
}

const QUIET = { variant: 'transparent', px: 0, justify: 'flex-start' } as const;

/** What carries an action on looks like a button; what stops it or turns it back is quieter. */
const LOOKS = {
  show: { variant: 'light' },
  close: { variant: 'light' },
  'send-back': { variant: 'default' },
  reopen: { variant: 'default' },
  drop: QUIET,
} as const;

/** As much of what was agreed as tells it from the others. */
export function shortened(what: string): string {
  return what.length <= 80 ? what : `${what.slice(0, 79).trimEnd()}…`;
}
