import { type ReactElement } from 'react';
import { dateInWords, instantInWords, STATUS_LOOKS, type StatusKind } from '@plumbline/analytics/wording';
import { useMe } from '../../../app/session/me.tsx';
import { ButtonLink } from '../../../parts/link/text-link.tsx';
import { StatusSign } from '../../../parts/status/status-sign.tsx';
import { dueInWords, fileDetail, ownName } from '../model/file-row-words.ts';
import type { MyAudits, MyFile } from '../model/outputs.ts';
import css from './mine.module.css';

/** Files graded inadequate that wait for the reader's answer. */
export function Alerts({ rows }: { readonly rows: MyAudits['alerts'] }): ReactElement | null {
  return (
    <Files title="Graded inadequate: say what was done at once" id="alerts" count={rows.length}>
      {rows.map((row) => (
        <FileLine
          key={row.id}
          row={row}
          sign="overdue"
          says={`Answer by ${instantInWords(row.respondBy)}`}
          button="Answer"
          isFirst
        />
      ))}
    </Files>
  );
}

export function ToAudit({ rows }: { readonly rows: MyAudits['toAudit'] }): ReactElement | null {
  const { today } = useMe();
  return (
    <Files title="To audit" id="to-audit" count={rows.length}>
      {rows.map((row) => (
        <FileLine
          key={row.id}
          row={row}
          sign={row.dueOn < today ? 'overdue' : row.state === 'begun' ? 'due-soon' : 'due'}
          says={dueInWords(row, today)}
          button={row.state === 'begun' ? 'Go on' : 'Begin'}
        />
      ))}
    </Files>
  );
}

export function ToTalkOver({ rows }: { readonly rows: MyAudits['toAudit'] }): ReactElement | null {
  return (
    <Files title="To talk over" id="to-talk-over" count={rows.length}>
      {rows.map((row) => (
        <FileLine
          key={row.id}
          row={row}
          sign="confirm"
          says={`Completed. ${row.worker?.name ?? row.label} reads it once you have talked about it`}
          button="Open"
        />
      ))}
    </Files>
  );
}

export function SecondGrades({ rows }: { readonly rows: MyAudits['toModerate'] }): ReactElement | null {
  return (
    <Files title="Second grades" id="second-grades" count={rows.length}>
      {rows.map((row) => (
        <FileLine
          key={row.id}
          row={row}
          sign={row.standing === 'waiting' ? 'due' : 'confirm'}
          says={
            row.standing === 'waiting' ? 'You grade it without knowing the first grade' : 'Both grades are given: agree on one'
          }
          button={row.standing === 'waiting' ? 'Grade it' : 'Agree'}
        />
      ))}
    </Files>
  );
}

export function AboutMe({ rows }: { readonly rows: MyAudits['aboutMe'] }): ReactElement | null {
  return (
    <Files title="About my own work" id="about-me" count={rows.length}>
      {rows.map((row) => (
        <FileLine
          key={row.id}
          row={row}
          name={ownName(row)}
          sign="done"
          says={`Talked over with you on ${dateInWords(row.fedBackOn)}`}
          button="Read it"
        />
      ))}
    </Files>
  );
}

interface FilesProps {
  readonly title: string;
  readonly id: string;
  readonly count: number;
  readonly children: ReactElement[];
}

/** A list of files under its heading; left out where it is empty. */
function Files({ title, id, count, children }: FilesProps): ReactElement | null {
  if (count === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={css['heading']}>
        {title}
      </h2>
      <ul className={css['files']}>{children}</ul>
    </section>
  );
}

interface FileLineProps {
  readonly row: MyFile;
  readonly name?: string;
  readonly sign: StatusKind;
  readonly says: string;
  readonly button: string;
  readonly isFirst?: boolean;
}

function FileLine({ row, name = row.label, sign, says, button, isFirst = false }: FileLineProps): ReactElement {
  return (
    <li className={css['file']}>
      <span style={{ color: `var(--pl-status-${STATUS_LOOKS[sign].colour})` }}>
        <StatusSign kind={sign} size={20} />
      </span>
      <span className={css['words']}>
        <span className={css['name']}>{name}</span>
        <span>{says}</span>
        <span className={css['detail']}>{fileDetail(row)}</span>
      </span>
      <ButtonLink
        to="/audits/files/$itemId"
        params={{ itemId: row.id }}
        variant={isFirst ? 'filled' : 'default'}
        className={css['action'] ?? ''}
        aria-label={`${button}: ${name}, ${row.auditTitle}`}
      >
        {button}
      </ButtonLink>
    </li>
  );
}
