import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface OurPackage {
  /** The part after `@plumbline/`. */
  readonly name: string;
  /** Folder from the root, such as `packages/domain`. */
  readonly folder: string;
  /** Public entries (`.` or `./calendar`) with the files they point to. */
  readonly exports: ReadonlyMap<string, string>;
  readonly dependencies: ReadonlySet<string>;
}

interface Manifest {
  readonly name: string;
  readonly exports?: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** Our packages, from the manifests among the files of the tree. */
export function readPackages(root: string, files: readonly string[]): OurPackage[] {
  return files
    .filter((path) => /^(?:apps|packages|tooling)\/[^/]+\/package\.json$/.test(path))
    .map((path) => {
      const manifest = JSON.parse(readFileSync(join(root, path), 'utf8')) as Manifest;
      return {
        name: manifest.name.replace('@plumbline/', ''),
        folder: path.replace('/package.json', ''),
        exports: new Map(Object.entries(manifest.exports ?? {}).map(([entry, target]) => [entry, fileOf(target)])),
        dependencies: new Set(
          Object.keys({ ...manifest.dependencies, ...manifest.devDependencies, ...manifest.peerDependencies }),
        ),
      };
    });
}

function fileOf(target: string | Readonly<Record<string, string>>): string {
  return typeof target === 'string' ? target : (target['default'] ?? target['import'] ?? target['types'] ?? '');
}

/** Entries of `exports` that point at nothing. */
export function danglingExports(root: string, ours: OurPackage): string[] {
  return [...ours.exports]
    .filter(([, file]) => !file.includes('*') && !file.includes('/types/') && !existsSync(join(root, ours.folder, file)))
    .map(([entry]) => entry);
}
