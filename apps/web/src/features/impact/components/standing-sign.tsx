import { type ReactElement } from 'react';
import { READING_LABELS, STANDING_LABELS, type StatusKind } from '@plumbline/analytics/wording';
import { StatusSign } from '../../../parts/status/status-sign.tsx';
import type { Reading, Standing } from '../model/outputs.ts';
import { READING_SIGNS } from '../model/reading-signs.ts';
import css from './impact.module.css';

const SIGNS: Readonly<Record<Standing, { readonly kind: StatusKind; readonly colour: string }>> = {
  good: { kind: 'done', colour: 'done' },
  mixed: { kind: 'advisory', colour: 'advisory' },
  poor: { kind: 'not-met', colour: 'unmet' },
  silent: { kind: 'silent', colour: 'quiet' },
};

/** How a source stands: a shape and a word. The word may be a longer one than that of a table. */
export function StandingSign({ of, words }: { readonly of: Standing; readonly words?: string }): ReactElement {
  const { kind, colour } = SIGNS[of];
  return (
    <span className={css['standing']} style={{ color: `var(--pl-status-${colour})` }}>
      <StatusSign kind={kind} />
      {words ?? STANDING_LABELS[of]}
    </span>
  );
}

/** What the sources say together: a sign and words. */
export function ReadingSign({ of }: { readonly of: Reading }): ReactElement {
  return (
    <span className={css['readingSign']} data-reading={of}>
      <span aria-hidden="true">{READING_SIGNS[of]}</span>
      {READING_LABELS[of]}
    </span>
  );
}
