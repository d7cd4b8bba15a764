import { paintPicture } from '../../../parts/chart/paint-picture.ts';
import type { MonthSeries } from './outputs.ts';

/** The table as lines of cells between tabs, which spreadsheets and documents take apart again. */
export function tableText({ table }: Pick<MonthSeries, 'table'>): string {
  const rows = table.rows.map(({ header, cells, note }) => [header, ...(note === null ? cells : [note])]);
  return [table.columns, ...rows].map((row) => row.join('\t')).join('\n');
}

export async function copyTable(series: MonthSeries): Promise<'table'> {
  await navigator.clipboard.writeText(tableText(series));
  return 'table';
}

/** Copies the chart with its words and what is said of its axis; where the browser copies no pictures, it is saved as a file. */
export async function copyPicture(svg: SVGSVGElement, series: MonthSeries, axis: string | null): Promise<'picture' | 'saved'> {
  const beneath = [
    ...series.events.map(({ label }, i) => `${i + 1}  ${label}`),
    ...series.changes.map(({ sentence }) => sentence),
    ...series.notes,
    ...(axis === null ? [] : [axis]),
  ];
  const picture = await paintPicture(svg, { title: series.title, sentence: series.sentence, beneath });
  const written = await writePicture(picture);
  if (written) return 'picture';
  const link = document.createElement('a');
  link.href = URL.createObjectURL(picture);
  link.download = `${series.title.replaceAll(/\W+/g, '-').toLowerCase()}.png`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  return 'saved';
}

async function writePicture(picture: Blob): Promise<boolean> {
  if (!('ClipboardItem' in globalThis) || !('clipboard' in navigator)) return false;
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]);
    return true;
  } catch {
    // Browsers refuse for reasons of their own; a file does as well.
    return false;
  }
}
