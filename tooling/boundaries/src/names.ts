import { EMPTY_NAMES } from './allowed.ts';
import type { Problem } from './problem.ts';

const CODE = /\.(?:ts|tsx|mts|mjs|sql|css)$/;

/** Folders and files whose name says nothing, or is not in lower case with hyphens. */
export function problemsOfNames(files: readonly string[]): Problem[] {
  return files.flatMap((path) => {
    if (!/^(?:apps|packages|tooling)\/[^/]+\/.+/.test(path)) return [];
    const parts = path.split('/').slice(2);
    const file = parts.at(-1) ?? '';
    const empty = [...parts.slice(0, -1), file.replace(/\..*$/, '')].find(
      (part, n, all) => EMPTY_NAMES.has(part) && (n < all.length - 1 || CODE.test(file)),
    );
    const problems: Problem[] = [];
    if (empty !== undefined && !path.startsWith('packages/api/types/'))
      problems.push({ path, line: 1, message: `"${empty}" says nothing; name the feature.` });
    // The migration tool numbers and names its files in its own way.
    const isMigration = parts.includes('migrations');
    if (CODE.test(file) && !isMigration && !/^[_$]{0,2}[a-z0-9-]+(?:\.[a-z0-9-]+)*$/.test(file))
      problems.push({ path, line: 1, message: 'File names are lower case with hyphens.' });
    return problems;
  });
}
