import { type ReactElement } from 'react';
import { dateInWords } from '@plumbline/analytics/wording';
import type { AuditFile } from '../model/outputs.ts';
import css from './audit-files.module.css';

/** The closed action that is looked at again: without it nobody could say whether it has held. */
export function AuditedAction({ action }: { readonly action: NonNullable<AuditFile['action']> }): ReactElement {
  const closed = action.closedOn === null ? '' : `, closed on ${dateInWords(action.closedOn)}`;
  return (
    <section aria-labelledby="audited-action">
      <h2 id="audited-action" className={css['asks']}>
        The action
      </h2>
      <p className={`prose ${css['written']}`}>{action.what}</p>
      <p className="prose">
        Agreed on {dateInWords(action.raisedOn)}, due by {dateInWords(action.dueOn)}
        {closed}.
      </p>
      {action.evidence !== '' && <p className={`prose ${css['written']}`}>What showed that it was done: {action.evidence}</p>}
    </section>
  );
}
