import { CatalogueRows } from '@plumbline/domain/policy/coverage';
import { PackFilesError, PACKS_FOLDER, readYaml, type FileProblem } from './load.ts';

/** Every row of our catalogue of a council's policy. Throws {@link PackFilesError} with every problem found. */
export function loadRows(id: string, folder: string = PACKS_FOLDER): CatalogueRows {
  const file = `${id}/rows.yaml`;
  const problems: FileProblem[] = [];
  const parsed = CatalogueRows.safeParse(readYaml(folder, file, problems));
  if (parsed.success) return parsed.data;
  if (problems.length === 0) {
    for (const { path, message } of parsed.error.issues) problems.push({ file, path: path.join('.'), rule: null, message });
  }
  throw new PackFilesError(id, problems);
}
