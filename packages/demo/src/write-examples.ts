import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FACT_KIND_NAMES, type FactKindName, type FactOf } from '@plumbline/domain/facts';
import { makeCouncil } from './council.ts';
import { asCsv } from './csv.ts';

const ROWS = 12;

type FactsByKind = { readonly [Name in FactKindName]: readonly FactOf<Name>[] };

/** The sample files that the documentation shows: the first rows of each kind from one small invented council. */
export function exampleFiles(): ReadonlyMap<string, string> {
  const council: FactsByKind = makeCouncil({ seed: 42, packId: 'wirral', size: 'small', today: '2026-11-20' });
  const files = new Map<string, string>();
  const add = <Name extends FactKindName>(kind: Name): void => {
    const rows: readonly FactOf<Name>[] = council[kind];
    files.set(`${kind}.csv`, asCsv(kind, rows.slice(0, ROWS)));
  };
  for (const kind of FACT_KIND_NAMES) add(kind);
  return files;
}

if (import.meta.main) {
  const folder = join(dirname(fileURLToPath(import.meta.url)), '..', 'examples');
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of exampleFiles()) writeFileSync(join(folder, name), text);
}
