import { isAtWork, isCompleted, ITEM_STATES, type ItemState } from '@plumbline/domain/audits';
import { programmeInWords, progressInWords } from '../prepare/wording/audit-sentences.ts';
import { shareInWords } from '../prepare/wording/survey-figures.ts';
import type { ProgrammedAudit, ProgressModel, ProgressRow } from './views.ts';

const TITLE = 'How far the audits are';

/** How far each audit of the programme is, in the order given. Audits that were dropped are left out. */
export function progressModel(programme: readonly ProgrammedAudit[]): ProgressModel {
  const rows = programme.filter(({ state }) => state !== 'dropped').map((audit) => rowOf(audit));
  return {
    title: TITLE,
    unit: 'audits',
    rows,
    sentence: programmeInWords(rows),
    table: {
      caption: `${TITLE}, number of files`,
      columns: ['', 'Drawn', 'Completed', 'Waiting', 'Put aside', 'Completed, % of drawn'],
      rows: rows.map(({ key, label, drawn, completed, waiting, putAside, share }) => ({
        key,
        header: label,
        cells: [...[drawn, completed, waiting, putAside].map(String), share === null ? '–' : shareInWords(share)],
        note: null,
      })),
    },
  };
}

function rowOf({ auditId, title, state, items, checks }: ProgrammedAudit): ProgressRow {
  const count = (belongs: (state: ItemState) => boolean): number =>
    ITEM_STATES.reduce((sum, one) => (belongs(one) ? sum + (items[one] ?? 0) : sum), 0);
  const completed = count(isCompleted);
  const waiting = count(isAtWork);
  const drawn = completed + waiting;
  const counts = { drawn, completed, waiting, putAside: items['put-aside'] ?? 0 };
  return {
    key: auditId,
    label: title,
    state,
    checks,
    ...counts,
    share: drawn === 0 ? null : completed / drawn,
    sentence: progressInWords(title, counts),
  };
}
