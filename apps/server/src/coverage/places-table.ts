import type { EntryPlaces } from './entry-places.ts';
import type { PackCoverage } from './gather.ts';
import { markdownTable } from './markdown-table.ts';

/** Every fact that some row reads: the pages and the column of a file that fill it, each with who may. */
export function placesTable(packs: readonly PackCoverage[]): string {
  const all = packs.flatMap(({ rows }) => rows.flatMap(({ places }) => places));
  const distinct = [...new Map(all.map((place) => [place.column, place])).values()].toSorted((a, b) =>
    a.column < b.column ? -1 : 1,
  );
  const rows = distinct.map((place) => [
    place.column,
    place.pages.map(({ page, roles }) => `${page}: ${roles.join(', ')}`).join('; '),
    `${place.importFile}, “${place.importColumn}”: ${place.importRoles.join(', ')}`,
    place.waitsFor ?? '',
  ]);
  return `## Where each fact comes from\n\n${markdownTable(['Fact', 'Pages, and who may', 'File and column, and who may', 'Page to come'], rows)}`;
}

/** One fact in a line, for the command line. */
export function placeInWords({ column, pages, importFile, importColumn, waitsFor }: EntryPlaces): string {
  const later = waitsFor === null ? [] : [`later: ${waitsFor}`];
  return `${column}: ${[...pages.map(({ page }) => page), `${importFile} “${importColumn}”`, ...later].join('; ')}`;
}
