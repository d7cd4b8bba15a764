import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { problemsOfCycles } from './cycles.ts';
import { problemsOfImports } from './imports.ts';
import { filesUnder, readModules, type Module } from './modules.ts';
import { problemsOfNames } from './names.ts';
import { danglingExports, readPackages, type OurPackage } from './packages.ts';
import type { Problem } from './problem.ts';
import { problemsOfTexts } from './texts.ts';
import { problemsOfUnused } from './unused.ts';

/** Fewer than these and the check has gone blind (a moved folder, a parser that silently sees nothing). */
const FEWEST_MODULES = 500;
const FEWEST_IMPORTS = 2500;

export interface Report {
  readonly problems: readonly Problem[];
  readonly modules: number;
  readonly imports: number;
  readonly packages: number;
}

/** Everything wrong with the boundaries of a tree. */
export function checkTree(root: string, fewest = { modules: FEWEST_MODULES, imports: FEWEST_IMPORTS }): Report {
  const files = filesUnder(root);
  const packages = readPackages(root, files);
  const modules = readModules(root, files);
  const imports = modules.reduce((sum, module) => sum + module.imports.length, 0);
  const problems = [
    ...blindness(modules, packages, imports, fewest),
    ...packages.flatMap((ours) =>
      danglingExports(root, ours).map((entry) => ({
        path: `${ours.folder}/package.json`,
        line: 1,
        message: `The export "${entry}" points at nothing.`,
      })),
    ),
    ...modules.flatMap((module) => problemsOfImports(module, packages)),
    ...problemsOfCycles(modules, packages),
    ...problemsOfNames(files),
    ...problemsOfTexts(root, files),
    ...problemsOfUnused(root, modules, packages),
  ];
  return { problems, modules: modules.length, imports, packages: packages.length };
}

/** Packages without code, modules in no package, and too few of everything. */
function blindness(
  modules: readonly Module[],
  packages: readonly OurPackage[],
  imports: number,
  fewest: { modules: number; imports: number },
): Problem[] {
  const problems: Problem[] = [];
  const report = (path: string, message: string): void => {
    problems.push({ path, line: 1, message });
  };
  if (modules.length < fewest.modules)
    report('.', `Only ${modules.length} modules were looked at; at least ${fewest.modules} were expected.`);
  if (imports < fewest.imports) report('.', `Only ${imports} imports were found; at least ${fewest.imports} were expected.`);
  for (const ours of packages) {
    if (ours.folder === 'tooling/typescript') continue;
    const own = modules.filter((module) => module.path.startsWith(`${ours.folder}/`));
    if (own.length === 0) report(ours.folder, 'No module of this package was found.');
  }
  for (const module of modules) {
    if (/^(?:apps|packages|tooling)\//.test(module.path) && !packages.some((ours) => module.path.startsWith(`${ours.folder}/`)))
      report(module.path, 'Belongs to no package.');
  }
  return problems;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const report = checkTree(resolve(import.meta.dirname, '../../..'));
  for (const { path, line, message } of report.problems) console.error(`${path}:${line}: ${message}`);
  console.log(
    `boundaries: ${report.modules} modules, ${report.imports} imports, ${report.packages} packages, ${report.problems.length} problems`,
  );
  process.exitCode = report.problems.length > 0 ? 1 : 0;
}
