import { posix } from 'node:path';
import type { Module } from './modules.ts';
import type { OurPackage } from './packages.ts';
import type { Problem } from './problem.ts';

/** Circles of modules that import one another when the code runs, and circles of packages. Each circle is told once. */
export function problemsOfCycles(modules: readonly Module[], packages: readonly OurPackage[]): Problem[] {
  const byPath = new Map(modules.map((module) => [module.path, module]));
  const fileEdges = new Map<string, string[]>();
  const packageEdges = new Map<string, Set<string>>();
  for (const module of modules) {
    const targets: string[] = [];
    for (const found of module.imports) {
      const target = resolve(module.path, found.specifier, packages);
      if (target !== null && byPath.has(target) && !found.isTypeOnly) targets.push(target);
      const from = packageOf(module.path, packages);
      const to = target === null ? null : packageOf(target, packages);
      if (from !== null && to !== null && from !== to && !module.isTest)
        packageEdges.set(from, (packageEdges.get(from) ?? new Set()).add(to));
    }
    fileEdges.set(module.path, targets);
  }
  return [...circlesIn(fileEdges), ...circlesIn(new Map([...packageEdges].map(([from, to]) => [from, [...to]])))].map(
    (circle) => ({
      path: circle[0] ?? '',
      line: 1,
      message: `Imports run in a circle: ${[...circle, circle[0]].join(' → ')}.`,
    }),
  );
}

/** The file that an import of ours means, or null for foreign packages. */
function resolve(from: string, specifier: string, packages: readonly OurPackage[]): string | null {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier);
  if (!specifier.startsWith('@plumbline/')) return null;
  const [, name = '', ...rest] = specifier.split('/');
  const ours = packages.find((candidate) => candidate.name === name);
  const file = ours?.exports.get(rest.length === 0 ? '.' : `./${rest.join('/')}`);
  return ours === undefined || file === undefined ? null : posix.join(ours.folder, file);
}

function packageOf(path: string, packages: readonly OurPackage[]): string | null {
  return packages.find((ours) => path.startsWith(`${ours.folder}/`))?.name ?? null;
}

/** One circle for each strongly connected group of more than one node (Tarjan). */
function circlesIn(edges: ReadonlyMap<string, readonly string[]>): string[][] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const circles: string[][] = [];
  const visit = (node: string): void => {
    index.set(node, index.size);
    low.set(node, index.get(node) ?? 0);
    stack.push(node);
    for (const next of edges.get(node) ?? []) {
      if (!index.has(next)) visit(next);
      if (stack.includes(next)) low.set(node, Math.min(low.get(node) ?? 0, low.get(next) ?? 0));
    }
    if (low.get(node) !== index.get(node)) return;
    const group = stack.splice(stack.indexOf(node));
    if (group.length > 1) circles.push(group);
  };
  for (const node of edges.keys()) if (!index.has(node)) visit(node);
  return circles;
}
