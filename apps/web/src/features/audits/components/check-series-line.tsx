import { type ReactElement } from 'react';
import { nearDateInWords } from '@plumbline/analytics/wording';
import { auditKind } from '@plumbline/domain/audits';
import type { LocalDate } from '@plumbline/domain/calendar';
import { TextLink } from '../../../parts/link/text-link.tsx';
import { Standing } from '../../../parts/status/standing.tsx';
import { standingOf } from '../model/audit-words.ts';
import { checksInWords, seriesStanding, seriesTitle } from '../model/check-series.ts';
import type { AuditRow, CheckSeriesRow } from '../model/outputs.ts';
import { Track, type ProgrammeAxis } from './programme-track.tsx';
import css from './programme.module.css';

interface CheckSeriesLineProps {
  readonly series: CheckSeriesRow;
  readonly today: LocalDate;
  /** Whether each of them opens to the viewer. */
  readonly mayOpen: boolean;
  readonly axis: ProgrammeAxis;
}

/** The checks that managers began in one team in one month: how many, how far, and each of them on request. */
export function CheckSeriesLine({ series, today, mayOpen, axis }: CheckSeriesLineProps): ReactElement {
  const { look, words } = seriesStanding(series);
  return (
    <li className={css['audit']}>
      <div className={css['words']}>
        <h3 className={css['name']}>{seriesTitle(series)}</h3>
        <Standing status={look} words={words} />
        <details className={css['series']}>
          <summary>{checksInWords(series.audits.length)}</summary>
          <ul>
            {series.audits.map((audit) => (
              <li key={audit.id}>
                <Check audit={audit} today={today} mayOpen={mayOpen} />
              </li>
            ))}
          </ul>
        </details>
      </div>
      <Track row={series} look={series.overdue > 0 ? 'late' : 'open'} axis={axis} />
    </li>
  );
}

function Check({
  audit,
  today,
  mayOpen,
}: Pick<CheckSeriesLineProps, 'today' | 'mayOpen'> & { readonly audit: AuditRow }): ReactElement {
  const begun = nearDateInWords(audit.startsOn as LocalDate, today);
  const name = `${auditKind(audit.kind).title}, begun ${begun}`;
  return (
    <>
      {mayOpen ? (
        <TextLink to="/audits/$auditId" params={{ auditId: audit.id }}>
          {name}
        </TextLink>
      ) : (
        name
      )}
      <span className={css['quiet']}>
        {' '}
        by {audit.lead.name}. {standingOf(audit, today).words}.
      </span>
    </>
  );
}
