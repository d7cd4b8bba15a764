import { useId, useState, type ReactElement, type ReactNode } from 'react';
import { VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { auditsInWords, dateInWords, keptBackInWords } from '@plumbline/analytics/wording';
import { useTRPC } from '../../../app/api/trpc.ts';
import { Problem } from '../../../app/states/problem.tsx';
import { TextLink } from '../../../parts/link/text-link.tsx';
import { useBoardMonths } from './board-months.tsx';
import css from './board-figures.module.css';

interface TeamRowProps {
  /** Code. */
  readonly team: string;
  readonly name: string;
  /** The row's figures. */
  readonly children: ReactNode;
}

/** A team's row of figures; its name opens the audits behind them, as far as the viewer may see them. */
export function TeamRow({ team, name, children }: TeamRowProps): ReactElement {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <li className={css['row']}>
      <span>
        <button
          type="button"
          className={`link ${css['team']}`}
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={() => setOpen(!isOpen)}
        >
          <span className={css['turn']} data-open={isOpen} aria-hidden="true" />
          {name}
          <VisuallyHidden>, files</VisuallyHidden>
        </button>
      </span>
      {children}
      {isOpen && (
        <div id={id} className={css['files']}>
          <TeamFiles team={team} />
        </div>
      )}
    </li>
  );
}

function TeamFiles({ team }: { readonly team: string }): ReactElement {
  const trpc = useTRPC();
  const months = useBoardMonths();
  const found = useQuery(trpc.audits.auditedFiles.queryOptions({ team, months }));
  if (found.isError)
    return <Problem error={found.error} what="The files could not be loaded" onRetry={() => void found.refetch()} />;
  if (found.data === undefined) return <output>Loading the files…</output>;
  const { files, others, keptBack } = found.data;
  return (
    <>
      {files.length > 0 && (
        <ul className={css['fileList']}>
          {files.map(({ itemId, title, label, completedOn }) => (
            <li key={itemId}>
              <TextLink to="/audits/files/$itemId" params={{ itemId }}>
                {label === '' ? 'File' : label}
              </TextLink>
              <span>
                {title}, completed {dateInWords(completedOn)}
              </span>
            </li>
          ))}
        </ul>
      )}
      {keptBack > 0 && <p className={css['quiet']}>{keptBackInWords(keptBack)}</p>}
      {others > 0 && <p className={css['quiet']}>{othersInWords(others, files.length > 0)}</p>}
    </>
  );
}

/** Audits that count in the figures and that the viewer may not open, or that lie elsewhere. */
function othersInWords(others: number, hasFiles: boolean): string {
  const audits = hasFiles ? `${others} more ${others === 1 ? 'audit' : 'audits'}` : auditsInWords(others);
  return `${audits} ${others === 1 ? 'counts' : 'count'} in the figures and cannot be opened from here.`;
}
