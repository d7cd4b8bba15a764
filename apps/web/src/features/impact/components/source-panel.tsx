import { type ReactElement } from 'react';
import { capitalised, STANDING_WORDS } from '@plumbline/analytics/wording';
import { TextLink } from '../../../parts/link/text-link.tsx';
import type { Panel, SOURCES } from '../model/sources.ts';
import { ShareBars } from './share-bars.tsx';
import { StandingSign } from './standing-sign.tsx';
import css from './impact.module.css';

interface SourcePanelProps {
  readonly source: (typeof SOURCES)[number];
  readonly panel: Panel;
  /** The part of the policy, for those who hear links without what stands around them. */
  readonly part: string;
  /** What must not be read without it. */
  readonly beside: readonly string[];
}

/** What one source says of one part: since the version, before it, and how sure that is. */
export function SourcePanel({ source, panel, part, beside }: SourcePanelProps): ReactElement {
  return (
    <article className={css['panel']}>
      <h4 className={css['panelTitle']}>{source.title}</h4>
      <StandingSign of={panel.standing} words={capitalised(STANDING_WORDS[panel.standing])} />
      <p>{panel.since}</p>
      {panel.bar !== null && <ShareBars bars={[panel.bar]} />}
      {panel.sureness !== null && <p className={css['sure']}>{panel.sureness}</p>}
      {beside.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {panel.items.length > 0 && (
        <details className={css['items']}>
          <summary>Question by question ({panel.items.length})</summary>
          <ShareBars bars={panel.items} />
        </details>
      )}
      <p className={css['before']}>
        <strong>Before:</strong> {panel.before}
      </p>
      <TextLink className={`${css['from']} no-print`} to={source.to} aria-label={`${source.opens}, for ${part.toLowerCase()}`}>
        {source.opens}
      </TextLink>
    </article>
  );
}
