import { useState, type ReactElement } from 'react';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { NeedRow } from '@plumbline/analytics/compliance';
import { needInWords, STATUS_LOOKS, type NeedInWords, type StatusKind } from '@plumbline/analytics/wording';
import { useMe } from '../../../app/session/me.tsx';
import { StatusSign } from '../../../parts/status/status-sign.tsx';
import { placeOf } from '../model/place-of.ts';
import css from './needs.module.css';

const SIGN: Readonly<Record<NeedRow['kind'], StatusKind>> = {
  alert: 'overdue',
  overdue: 'overdue',
  'due-soon': 'due-soon',
  'outcome-missing': 'confirm',
  'not-on-file': 'confirm',
  'record-to-share': 'due-soon',
  'import-problem': 'confirm',
  'report-failed': 'overdue',
  'feed-missing': 'not-known',
  'policy-to-read': 'confirm',
  'policy-to-publish': 'confirm',
  'survey-open': 'confirm',
  'survey-concern': 'overdue',
  'survey-comments': 'confirm',
  'focus-group-check': 'confirm',
  'audit-alert': 'overdue',
  'audit-file': 'due-soon',
  'audit-second-grade': 'confirm',
  'audit-feedback': 'confirm',
  'audit-action': 'due-soon',
  'my-supervision': 'due-soon',
  'to-confirm': 'confirm',
  'person-without-supervisor': 'overdue',
  'survey-to-open': 'due-soon',
  'survey-to-close': 'due-soon',
  'survey-to-publish': 'confirm',
  'survey-to-decide': 'confirm',
  'survey-to-change': 'overdue',
  'survey-to-check': 'confirm',
  'focus-group-code': 'confirm',
  'files-unassigned': 'confirm',
  'alert-late': 'overdue',
  'action-close': 'confirm',
  'action-late': 'overdue',
  'learning-asked': 'confirm',
  'pack-check': 'confirm',
  'pack-approve': 'confirm',
  'context-missing': 'not-known',
  'sign-off-due': 'confirm',
  'impact-new': 'confirm',
};

/** As many as can be taken in at a glance; the rest is one press away. */
const SHORT = 7;

/** The short list: a sign, a sentence, and the one thing to press. */
export function Needs({ needs, today }: { readonly needs: readonly NeedRow[]; readonly today: string }): ReactElement {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole || needs.length <= SHORT + 1 ? needs : needs.slice(0, SHORT);
  return (
    <>
      <ol className={css['needs']}>
        {shown.map((need, index) => (
          <Need
            key={`${need.kind}${need.duty?.id ?? need.sessionId ?? need.subject?.id ?? ''}${index}`}
            need={need}
            today={today}
          />
        ))}
      </ol>
      {shown.length < needs.length && (
        <Button variant="subtle" mt="xs" onClick={() => setWhole(true)}>
          Show {needs.length - shown.length} more
        </Button>
      )}
    </>
  );
}

function Need({ need, today }: { readonly need: NeedRow; readonly today: string }): ReactElement {
  const words = needInWords(need, today);
  const look = STATUS_LOOKS[need.duty?.finding === 'overdue' ? 'overdue' : SIGN[need.kind]];
  return (
    <li className={css['need']}>
      <span style={{ color: `var(--pl-status-${look.colour})` }}>
        <StatusSign kind={look.kind} size={20} />
      </span>
      <span className={css['words']}>
        <span className={css['headline']}>{words.headline}</span>
        {words.detail !== '' && <span className={css['detail']}>{words.detail}</span>}
      </span>
      <NeedButton need={need} words={words} />
    </li>
  );
}

function NeedButton({ need, words }: { readonly need: NeedRow; readonly words: NeedInWords }): ReactElement {
  const me = useMe();
  const { kind, label } = words.action;
  const place = placeOf(kind, need, me);
  return (
    <Button
      variant="default"
      className={css['action'] ?? ''}
      aria-label={`${label}: ${words.headline}`}
      renderRoot={(props) => <Link {...props} {...place} />}
    >
      {label}
    </Button>
  );
}
