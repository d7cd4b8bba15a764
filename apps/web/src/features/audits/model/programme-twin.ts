import type { TableTwin } from '@plumbline/analytics/prepare';
import { dateInWords } from '@plumbline/analytics/wording';
import { auditKind } from '@plumbline/domain/audits';
import type { LocalDate } from '@plumbline/domain/calendar';
import { basisInWords, standingOf } from './audit-words.ts';
import type { ProgrammeView } from './outputs.ts';
import { periodInWords } from './programme-lane.ts';

/** The programme as a table: the same audits in the same order. */
export function programmeTwin(programme: ProgrammeView, today: LocalDate): TableTwin {
  return {
    caption: `Audits from ${periodInWords(programme)}`,
    columns: ['Audit', 'Kind', 'How chosen', 'First day', 'Last day', 'Led by', 'Completed', 'Of', 'State'],
    rows: programme.audits.map((audit) => ({
      key: audit.id,
      header: audit.title,
      cells: [
        auditKind(audit.kind).title,
        basisInWords(audit.basis),
        dateInWords(audit.startsOn as LocalDate),
        dateInWords(audit.dueOn as LocalDate),
        audit.lead.name,
        String(audit.progress.completed),
        String(audit.progress.drawn),
        standingOf(audit, today).words,
      ],
      note: null,
    })),
  };
}
