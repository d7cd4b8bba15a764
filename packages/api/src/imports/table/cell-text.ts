import { formatDay } from '@plumbline/domain/calendar';
import type { Cell } from './table.ts';

/** A cell as a person would read it, for headings and for naming what is wrong. */
export function textOfCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell !== 'object') return String(cell);
  return cell.type === 'date' ? formatDay(cell.day) : cell.text;
}
