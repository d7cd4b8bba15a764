import { builtinModules } from 'node:module';
import { posix } from 'node:path';
import { ALLOWED_IMPORTS, ALLOWED_IN_TESTS, CONFINED, PURE_PACKAGES, ROOT_TEST_PACKAGES, TYPES_ONLY } from './allowed.ts';
import type { ImportOf, Module } from './modules.ts';
import type { OurPackage } from './packages.ts';
import type { Problem } from './problem.ts';

const BUILT_IN = new Set(builtinModules);

/** Everything wrong with what one module imports. */
export function problemsOfImports(module: Module, packages: readonly OurPackage[]): Problem[] {
  const home = packages.find((ours) => module.path.startsWith(`${ours.folder}/`));
  if (home === undefined) return [];
  return module.imports.flatMap((found) => {
    const problem = problemOf(found, module, home, packages);
    return problem === null ? [] : [{ path: module.path, line: found.line, message: problem }];
  });
}

function problemOf(found: ImportOf, module: Module, home: OurPackage, packages: readonly OurPackage[]): string | null {
  const { specifier } = found;
  if (specifier.startsWith('.')) return problemOfRelative(specifier, module, home);
  if (specifier.startsWith('/') || specifier.startsWith('file:')) return `"${specifier}" is a path of one machine.`;
  if (specifier.startsWith('@plumbline/')) return problemOfOurs(found, module, home, packages);
  return problemOfForeign(specifier, module, home);
}

function problemOfRelative(specifier: string, module: Module, home: OurPackage): string | null {
  const target = posix.join(posix.dirname(module.path), specifier);
  if (!target.startsWith(`${home.folder}/`)) return `"${specifier}" leaves the package; import the other package by its name.`;
  const feature = featureOf(target);
  if (feature !== null && feature !== featureOf(module.path) && !/\/features\/[^/]+\/index\.tsx?$/.test(target)) {
    return `"${specifier}" reaches into the feature "${feature}"; import its index.ts.`;
  }
  return null;
}

function featureOf(path: string): string | null {
  return /\/src\/features\/([^/]+)\//.exec(path)?.[1] ?? null;
}

function problemOfOurs(found: ImportOf, module: Module, home: OurPackage, packages: readonly OurPackage[]): string | null {
  const [, name = '', ...rest] = found.specifier.split('/');
  const target = packages.find((ours) => ours.name === name);
  if (target === undefined) return `There is no package "${found.specifier}".`;
  if (name === home.name) return `"${found.specifier}" is this package itself; use a relative import.`;
  const typesOnly = TYPES_ONLY[home.name]?.includes(name) === true;
  const isAllowed =
    ALLOWED_IMPORTS[home.name]?.includes(name) === true || typesOnly || (module.isTest && ALLOWED_IN_TESTS.includes(name));
  if (!isAllowed) return `${home.name} may not import ${name}.`;
  if (typesOnly && !found.isTypeOnly) return `${home.name} may take types only from ${name}: write "import type".`;
  const entry = rest.length === 0 ? '.' : `./${rest.join('/')}`;
  if (!target.exports.has(entry)) return `"${found.specifier}" is not among the exports of ${name}.`;
  if (!home.dependencies.has(`@plumbline/${name}`)) return `"@plumbline/${name}" is not in the package.json of ${home.name}.`;
  return null;
}

function problemOfForeign(specifier: string, module: Module, home: OurPackage): string | null {
  const name = specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
  const isBuiltIn = specifier.startsWith('node:') || BUILT_IN.has(specifier);
  const allowed = PURE_PACKAGES[home.name];
  if (module.isTest && (isBuiltIn || ROOT_TEST_PACKAGES.has(name))) return null;
  if (allowed !== undefined && !allowed.includes(name)) return `${home.name} is pure and may not import "${specifier}".`;
  if (isBuiltIn) return BUILT_IN.has(specifier) ? `Write "node:${specifier}".` : null;
  const places = CONFINED[name];
  if (places !== undefined && !places.some((place) => module.path.startsWith(place)))
    return `"${name}" may be imported only in ${places.join(', ')}.`;
  return home.dependencies.has(name) ? null : `"${name}" is not in the package.json of ${home.name}.`;
}
