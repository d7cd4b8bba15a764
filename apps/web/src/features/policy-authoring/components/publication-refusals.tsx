import { type ReactElement } from 'react';
import { Alert, Text } from '@mantine/core';
import type { PublicationRefusal } from '@plumbline/analytics/compliance';
import css from './draft.module.css';

const MOST = 40;
/** From so many on, readings that nobody has approved are told together. */
const MANY = 4;

/** Why a policy was not published: each fault with its file, its place and its rule. */
export function Refusals({ refusals }: { readonly refusals: readonly PublicationRefusal[] }): ReactElement | null {
  if (refusals.length === 0) return null;
  const open = refusals.filter(({ kind }) => kind === 'unapproved');
  const isTogether = open.length >= MANY;
  const single = isTogether ? refusals.filter(({ kind }) => kind !== 'unapproved') : refusals;
  return (
    <Alert
      role="alert"
      variant="light"
      color="var(--pl-status-overdue)"
      title="Not published. The version in force stays in force."
    >
      <ul className={css['plainList']}>
        {single.slice(0, MOST).map((refusal) => (
          <OneRefusal key={keyOf(refusal)} refusal={refusal} />
        ))}
        {single.length > MOST && <li>{`${single.length - MOST} more, which stand under Findings.`}</li>}
        {isTogether && (
          <li>
            {`Nobody has approved ${open.length} readings. Read them below, and approve them or send the draft back.`}
            <details>
              <summary>Where they stand</summary>
              <ul className={css['plainList']}>
                {open.map((refusal) => (
                  <OneRefusal key={keyOf(refusal)} refusal={refusal} />
                ))}
              </ul>
            </details>
          </li>
        )}
      </ul>
    </Alert>
  );
}

function keyOf({ kind, path, message }: PublicationRefusal): string {
  return `${kind} ${path} ${message}`;
}

function OneRefusal({ refusal }: { readonly refusal: PublicationRefusal }): ReactElement {
  const { file, line, path, rule, message } = refusal;
  return (
    <li>
      {message}{' '}
      <Text span c="dimmed">
        {[line === null ? file : `${file}, line ${line}`, path, rule === null ? '' : `rule ${rule}`]
          .filter((part) => part !== '')
          .join(', ')}
      </Text>
    </li>
  );
}
