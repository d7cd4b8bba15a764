import { useState, type ReactElement } from 'react';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { NeedRow } from '@plumbline/analytics/compliance';
import { needInWords, STATUS_LOOKS, type NeedInWords, type StatusKind } from '@plumbline/analytics/wording';
import { useMe } from '../../../app/session/me.tsx';
import { StatusSign } from '../../../parts/status/status-sign.tsx';
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
};

/** Whose children are spread over teams that are not their own. */
const WHOLE_SERVICE = ['service-manager', 'principal-social-worker'];

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
  const subjectId = need.subject?.id ?? need.duty?.subject.id ?? '';
  const common = { variant: 'default', className: css['action'] ?? '', 'aria-label': `${label}: ${words.headline}` } as const;
  switch (kind) {
    case 'log-supervision':
      return (
        <Button {...common} renderRoot={(props) => <Link {...props} to="/supervisions/new" search={{ person: subjectId }} />}>
          {label}
        </Button>
      );
    case 'see-supervision':
      return need.sessionId === null ? (
        <Button {...common} renderRoot={(props) => <Link {...props} to="/people/$subjectId" params={{ subjectId }} />}>
          {label}
        </Button>
      ) : (
        <Button
          {...common}
          renderRoot={(props) => <Link {...props} to="/supervisions/$sessionId" params={{ sessionId: need.sessionId ?? '' }} />}
        >
          {label}
        </Button>
      );
    case 'confirm-team':
      return (
        <Button {...common} renderRoot={(props) => <Link {...props} to="/team" />}>
          {label}
        </Button>
      );
    case 'see-team':
      return me.roles.some((role) => WHOLE_SERVICE.includes(role)) ? (
        <Button {...common} renderRoot={(props) => <Link {...props} to="/service" hash="teams-title" />}>
          {label}
        </Button>
      ) : (
        <Button {...common} renderRoot={(props) => <Link {...props} to="/team" />}>
          {label}
        </Button>
      );
    case 'see-person':
      return (
        <Button {...common} renderRoot={(props) => <Link {...props} to="/people/$subjectId" params={{ subjectId }} />}>
          {label}
        </Button>
      );
    case 'confirm-things':
      return (
        <Button {...common} renderRoot={(props) => <Link {...props} to="/people/$subjectId/confirm" params={{ subjectId }} />}>
          {label}
        </Button>
      );
    case 'see-child':
      return (
        <Button {...common} renderRoot={(props) => <Link {...props} to="/children/$subjectId" params={{ subjectId }} />}>
          {label}
        </Button>
      );
    case 'see-my-supervision':
      return (
        <Button {...common} renderRoot={(props) => <Link {...props} to="/my-supervision" />}>
          {label}
        </Button>
      );
    case 'see-imports':
      return (
        <Button {...common} renderRoot={(props) => <Link {...props} to="/imports" />}>
          {label}
        </Button>
      );
    case 'see-policy':
      return (
        <Button {...common} renderRoot={(props) => <Link {...props} to="/policy" />}>
          {label}
        </Button>
      );
    case 'see-policy-versions':
      return (
        <Button {...common} renderRoot={(props) => <Link {...props} to="/policy/versions" />}>
          {label}
        </Button>
      );
    case 'see-surveys':
      return (
        <Button {...common} renderRoot={(props) => <Link {...props} to="/surveys" />}>
          {label}
        </Button>
      );
    case 'see-my-audits':
      return (
        <Button {...common} renderRoot={(props) => <Link {...props} to="/audits/mine" />}>
          {label}
        </Button>
      );
    case 'see-survey-concerns':
      return (
        <Button
          {...common}
          renderRoot={(props) => (
            <Link {...props} to="/surveys/rounds/$roundId/concerns" params={{ roundId: need.roundId ?? '' }} />
          )}
        >
          {label}
        </Button>
      );
    case 'see-survey-comments':
      return (
        <Button
          {...common}
          renderRoot={(props) => (
            <Link {...props} to="/surveys/rounds/$roundId/comments" params={{ roundId: need.roundId ?? '' }} />
          )}
        >
          {label}
        </Button>
      );
    case 'see-record-starts':
      return (
        <Button {...common} renderRoot={(props) => <Link {...props} to="/record-starts" />}>
          {label}
        </Button>
      );
  }
}
