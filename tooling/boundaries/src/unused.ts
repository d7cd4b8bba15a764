import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Module } from './modules.ts';
import type { OurPackage } from './packages.ts';
import type { Problem } from './problem.ts';

/** Whatever a package declares and never names is code that is fetched, audited and trusted for nothing. */
export function problemsOfUnused(root: string, modules: readonly Module[], packages: readonly OurPackage[]): Problem[] {
  return packages.flatMap((ours) => {
    const own = modules.filter((module) => module.path.startsWith(`${ours.folder}/`));
    const imported = new Set(own.flatMap((module) => module.imports.map((found) => nameIn(found.specifier))));
    return [...ours.dependencies]
      .filter((name) => !name.startsWith('@types/') && !imported.has(name) && !isNamed(root, own, name))
      .map((name) => ({ path: `${ours.folder}/package.json`, line: 1, message: `Nothing of ${ours.name} uses "${name}".` }));
  });
}

/** `@scope/name/deep` and `name/deep` without what follows the name. */
function nameIn(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/** A program or a folder is looked up by its name, not imported. */
function isNamed(root: string, modules: readonly Module[], name: string): boolean {
  return modules.some((module) => readFileSync(join(root, module.path), 'utf8').includes(`'${name}'`));
}
