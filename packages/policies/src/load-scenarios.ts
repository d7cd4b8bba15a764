import { ScenarioFile } from '@plumbline/domain/policy/scenarios';
import { folderOf, PackFilesError, readYaml, yamlFilesIn, type FileProblem } from './load.ts';

/** A file of scenarios and where it lies, relative to the folder of packs. */
export interface LoadedScenarios {
  readonly file: string;
  readonly content: ScenarioFile;
}

/** Every file of scenarios of a pack, in alphabetical order. Throws {@link PackFilesError} with every problem found. */
export function loadScenarios(id: string, folder: string = folderOf(id)): LoadedScenarios[] {
  const problems: FileProblem[] = [];
  const loaded: LoadedScenarios[] = [];
  for (const file of yamlFilesIn(folder, id, 'scenarios')) {
    const parsed = ScenarioFile.safeParse(readYaml(folder, file, problems));
    if (parsed.success) loaded.push({ file, content: parsed.data });
    else
      problems.push(
        ...parsed.error.issues.map((issue) => ({ file, path: issue.path.join('.'), rule: null, message: issue.message })),
      );
  }
  if (problems.length > 0) throw new PackFilesError(id, problems);
  return loaded;
}
