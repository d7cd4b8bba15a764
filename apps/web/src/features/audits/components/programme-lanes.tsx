import { type ReactElement } from 'react';
import { auditKind } from '@plumbline/domain/audits';
import { nearDateInWords } from '@plumbline/analytics/wording';
import type { LocalDate } from '@plumbline/domain/calendar';
import { TextLink } from '../../../parts/link/text-link.tsx';
import { Standing } from '../../../parts/status/standing.tsx';
import { basisInWords, progressWords, standingOf } from '../model/audit-words.ts';
import type { AuditRow, ProgrammeView } from '../model/outputs.ts';
import { monthsOf, todayAt } from '../model/programme-lane.ts';
import { CheckSeriesLine } from './check-series-line.tsx';
import { Track } from './programme-track.tsx';
import css from './programme.module.css';

interface ProgrammeLanesProps {
  readonly programme: ProgrammeView;
  readonly today: LocalDate;
}

/**
 * The audits of a period on one line of months, with today as the plumb line; managers' own checks in one row for each team and month.
 * Each says in words what its bar shows.
 */
export function ProgrammeLanes({ programme, today }: ProgrammeLanesProps): ReactElement {
  const months = monthsOf(programme);
  const axis = { period: programme, months, now: todayAt(today, programme) };
  return (
    <div>
      <div className={css['programme']}>
        <div className={css['axis']} aria-hidden="true">
          <span />
          <div className={css['months']}>
            {months.map(({ key, label, left, width }) => (
              <span key={key} className={css['month']} style={{ left: `${left}%`, width: `${width}%` }}>
                <span>{label}</span>
              </span>
            ))}
          </div>
        </div>
        <ul className={css['audits']}>
          {programme.audits.map((audit) => (
            <li key={audit.id} className={css['audit']}>
              <AuditWords audit={audit} today={today} mayOpen={programme.mayPlan} />
              <Track row={audit} look={lookOf(audit)} axis={axis} />
            </li>
          ))}
          {programme.checks.map((series) => (
            <CheckSeriesLine key={series.key} series={series} today={today} mayOpen={programme.mayPlan} axis={axis} />
          ))}
        </ul>
      </div>
      <Legend />
    </div>
  );
}

interface AuditWordsProps {
  readonly audit: AuditRow;
  readonly today: LocalDate;
  readonly mayOpen: boolean;
}

function AuditWords({ audit, today, mayOpen }: AuditWordsProps): ReactElement {
  const { look, words } = standingOf(audit, today);
  const days = `${nearDateInWords(audit.startsOn as LocalDate, today)} to ${nearDateInWords(audit.dueOn as LocalDate, today)}`;
  const teams = audit.teams === null ? 'all teams' : audit.teams === 1 ? '1 team' : `${audit.teams} teams`;
  return (
    <div className={css['words']}>
      <h3 className={css['name']}>
        {mayOpen ? (
          <TextLink to="/audits/$auditId" params={{ auditId: audit.id }}>
            {audit.title}
          </TextLink>
        ) : (
          audit.title
        )}
      </h3>
      <p className={css['quiet']}>
        {auditKind(audit.kind).title}, {basisInWords(audit.basis)}, {teams}
      </p>
      <p className={css['quiet']}>
        {days}, led by {audit.lead.name}
      </p>
      <Standing status={look} words={words} detail={progressWords(audit)} />
    </div>
  );
}

function lookOf({ state, isOverdue }: AuditRow): 'planned' | 'open' | 'late' | 'dropped' {
  if (state === 'dropped') return 'dropped';
  if (isOverdue) return 'late';
  return state === 'planned' || state === 'drawn' ? 'planned' : 'open';
}

const LEGEND = [
  { look: 'planned', done: 0, words: 'Not opened yet' },
  { look: 'open', done: 60, words: 'Open or closed; the full part is completed' },
  { look: 'late', done: 40, words: 'Its last day is over' },
] as const;

function Legend(): ReactElement {
  return (
    <ul className={css['legend']} aria-hidden="true">
      {LEGEND.map(({ look, done, words }) => (
        <li key={look}>
          <span className={css['bar']} data-look={look}>
            <span className={css['done']} style={{ width: `${done}%` }} />
          </span>
          {words}
        </li>
      ))}
      <li>The upright line is today</li>
    </ul>
  );
}
