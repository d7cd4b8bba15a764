import { type ReactElement } from 'react';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { NeedRow } from '@plumbline/analytics/compliance';
import { needInWords, type NeedInWords, type StatusKind } from '@plumbline/analytics/wording';
import { StatusSign } from '../../../parts/status/status-sign.tsx';
import { STATUS_LOOKS } from '@plumbline/analytics/wording';
import css from './needs.module.css';

const SIGN: Readonly<Record<NeedRow['kind'], StatusKind>> = {
  alert: 'overdue',
  overdue: 'overdue',
  'due-soon': 'due-soon',
  'outcome-missing': 'confirm',
  'not-on-file': 'confirm',
  'record-to-share': 'due-soon',
  'import-problem': 'confirm',
  'feed-missing': 'not-known',
  'my-supervision': 'due-soon',
};

/** The short list: a sign, a sentence, and the one thing to press. */
export function Needs({ needs, today }: { readonly needs: readonly NeedRow[]; readonly today: string }): ReactElement {
  return (
    <ol className={css['needs']}>
      {needs.map((need, index) => <Need key={`${need.kind}${need.subject?.id ?? ''}${need.sessionId ?? ''}${index}`} need={need} today={today} />)}
    </ol>
  );
}

function Need({ need, today }: { readonly need: NeedRow; readonly today: string }): ReactElement {
  const words = needInWords(need, today);
  const look = STATUS_LOOKS[need.kind === 'my-supervision' && need.duty?.finding === 'overdue' ? 'overdue' : SIGN[need.kind]];
  return (
    <li className={css['need']}>
      <span style={{ color: `var(--pl-status-${look.colour})` }}><StatusSign kind={look.kind} size={20} /></span>
      <span className={css['words']}>
        <span className={css['headline']}>{words.headline}</span>
        {words.detail !== '' && <span className={css['detail']}>{words.detail}</span>}
      </span>
      <NeedButton need={need} words={words} />
    </li>
  );
}

function NeedButton({ need, words }: { readonly need: NeedRow; readonly words: NeedInWords }): ReactElement {
  const { kind, label } = words.action;
  const subjectId = need.subject?.id ?? need.duty?.subject.id ?? '';
  const common = { variant: 'default', className: css['action'] ?? '', 'aria-label': `${label}: ${words.headline}` } as const;
  switch (kind) {
    case 'log-supervision':
      return <Button {...common} renderRoot={(props) => <Link {...props} to="/supervisions/new" search={{ person: subjectId }} />}>{label}</Button>;
    case 'see-supervision':
      return need.sessionId === null
        ? <Button {...common} renderRoot={(props) => <Link {...props} to="/people/$subjectId" params={{ subjectId }} />}>{label}</Button>
        : <Button {...common} renderRoot={(props) => <Link {...props} to="/supervisions/$sessionId" params={{ sessionId: need.sessionId ?? '' }} />}>{label}</Button>;
    case 'see-child':
    case 'see-why':
      return <Button {...common} renderRoot={(props) => <Link {...props} to="/children/$subjectId" params={{ subjectId }} />}>{label}</Button>;
    case 'see-my-supervision':
      return <Button {...common} renderRoot={(props) => <Link {...props} to="/my-supervision" />}>{label}</Button>;
    case 'see-imports':
      return <Button {...common} renderRoot={(props) => <Link {...props} to="/imports" />}>{label}</Button>;
    case 'see-record-starts':
      return <Button {...common} renderRoot={(props) => <Link {...props} to="/record-starts" />}>{label}</Button>;
  }
}
