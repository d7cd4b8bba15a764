import { CopyText } from '../access/copy-text.ts';
import { COPY_FROM_ROWS } from '../access/bulk.ts';
import { DUTY_COLUMNS, type DutyRow, type ResponsibilityRow } from './duty-row.ts';

/** How many rows are kept to be named when somebody asks what differs. */
const NAMED = 5;

/**
 * Rows on their way into the database. Few are kept as they are; many become the text of a COPY one by one, so that a bulk
 * write does not hold them all until the database is ready for them.
 */
export class RowsToWrite {
  count = 0;
  /** The first few. */
  readonly first: DutyRow[] = [];
  private kept: DutyRow[] = [];
  private text: CopyText | null = null;

  add(row: DutyRow): void {
    this.count += 1;
    if (this.first.length < NAMED) this.first.push(row);
    if (this.text !== null) return putInto(this.text, row);
    this.kept.push(row);
    if (this.kept.length < COPY_FROM_ROWS) return;
    this.text = new CopyText();
    for (const earlier of this.kept) putInto(this.text, earlier);
    this.kept = [];
  }

  /** The rows, or the text where they have become one. */
  get content(): readonly DutyRow[] | CopyText {
    return this.text ?? this.kept;
  }
}

function putInto(text: CopyText, row: DutyRow): void {
  for (const column of DUTY_COLUMNS) text.cell(row[column]);
  text.endRow();
}

/** How the stored duties and responsibilities of some subjects differ from those made of the facts. */
export class DutyDifference {
  readonly added = new RowsToWrite();
  readonly changed = new RowsToWrite();
  readonly removed: DutyRow[] = [];
  readonly addedResponsibilities: ResponsibilityRow[] = [];
  readonly removedResponsibilities: ResponsibilityRow[] = [];

  /** How many rows differ, on one side or the other. */
  get count(): number {
    return (
      this.added.count +
      this.changed.count +
      this.removed.length +
      this.addedResponsibilities.length +
      this.removedResponsibilities.length
    );
  }

  /** The first few rows that differ, by what identifies them. */
  examples(): string[] {
    const sides = { added: this.added.first, changed: this.changed.first, removed: this.removed.slice(0, NAMED) };
    return [
      ...Object.entries(sides).flatMap(([side, rows]) =>
        rows.map((row) => `${side} ${row.series ?? row.rule} ${row.subject} ${row.opening}`),
      ),
      ...this.addedResponsibilities.slice(0, NAMED).map((row) => `responsibility of ${row.kind} ${row.ref} from ${row.from_on}`),
    ];
  }
}
