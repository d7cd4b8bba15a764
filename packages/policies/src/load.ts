import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FORMS_AND_WORDS_PARTS, parsePack, type PackProblem, type PolicyPack } from '@plumbline/domain/policy';
import { parseDocument } from 'yaml';
import { dataOf } from './document-data.ts';
import { unreadableText } from './text-limits.ts';

/** The folder in which each council has a folder of its own. */
export const PACKS_FOLDER = join(dirname(fileURLToPath(import.meta.url)), '..');

/**
 * The folder of national standards. They are written like a council's policy and are none: nobody is judged by them, they have no
 * catalogue of rows, and no council runs on one. Councils compare their own policy with them, or begin from them.
 */
export const STANDARDS_FOLDER = join(PACKS_FOLDER, 'standards');

/** The folder of the worked example for authors, an invented council. It comes with the product for reading, and nothing loads it by itself. */
export const EXAMPLES_FOLDER = join(PACKS_FOLDER, 'examples');

/** One thing wrong with a pack's files: the file as well as what {@link PackProblem} says. */
export interface FileProblem extends PackProblem {
  readonly file: string;
}

/** A pack that cannot be used, with everything that is wrong with it. */
export class PackFilesError extends Error {
  override readonly name = 'PackFilesError';
  readonly problems: readonly FileProblem[];

  constructor(pack: string, problems: readonly FileProblem[]) {
    super(`The policy "${pack}" cannot be used:\n${problems.map(lineOf).join('\n')}`);
    this.problems = problems;
  }
}

function lineOf({ file, path, rule, message }: FileProblem): string {
  return `- ${file}${path === '' ? '' : `, ${path}`}${rule === null ? '' : `, rule ${rule}`}: ${message}`;
}

/** Ids of the councils' packs that lie here, in alphabetical order. */
export function listPackIds(folder: string = PACKS_FOLDER): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'pack.yaml')))
    .map((entry) => entry.name)
    .toSorted();
}

/** Ids of the national standards, in alphabetical order. */
export function listStandardIds(): string[] {
  return listPackIds(STANDARDS_FOLDER);
}

/** Everything that comes with the product: the councils' policies and then the national standards. */
export function listShippedIds(): string[] {
  return [...listPackIds(), ...listStandardIds()];
}

/** The folder above a pack that comes with the product. */
export function folderOf(id: string): string {
  return listStandardIds().includes(id) ? STANDARDS_FOLDER : PACKS_FOLDER;
}

/** One pack, read from its files and checked. Throws {@link PackFilesError} with every problem found. */
export function loadPack(id: string, folder: string = folderOf(id)): PolicyPack {
  const merged = mergeFiles(id, folder);
  if (merged.problems.length > 0) throw new PackFilesError(id, merged.problems);
  const parsed = parsePack(merged.data);
  if (parsed.ok) return parsed.pack;
  throw new PackFilesError(
    id,
    parsed.problems.map((problem) => ({ ...problem, ...merged.placeOf(problem.path) })),
  );
}

/** Every pack that comes with the product: the councils' and the national standards. */
export function loadAllPacks(): PolicyPack[] {
  return listShippedIds().map((id) => loadPack(id));
}

interface MergedFiles {
  readonly data: Readonly<Record<string, unknown>>;
  readonly problems: readonly FileProblem[];
  /** Which file holds what lies at a path of the merged pack, and where in that file. */
  placeOf(path: string): { readonly file: string; readonly path: string };
}

function mergeFiles(id: string, folder: string): MergedFiles {
  const problems: FileProblem[] = [];
  const rules: unknown[] = [];
  const fileOfRule: string[] = [];
  for (const file of yamlFilesIn(folder, id, 'rules')) {
    const found = rulesOf(readYaml(folder, file, problems));
    if (found === null) problems.push({ file, path: '', rule: null, message: 'A rules file has a list under "rules".' });
    for (const rule of found ?? []) {
      rules.push(rule);
      fileOfRule.push(file);
    }
  }
  const lists = mergeLists(id, folder, problems);
  const head = `${id}/pack.yaml`;
  const interpretations = `${id}/interpretations.yaml`;
  const silences = `${id}/silences.yaml`;
  const data = {
    ...(readYaml(folder, head, problems) as object | null),
    rules,
    interpretations: readYaml(folder, interpretations, problems) ?? [],
    silences: readYaml(folder, silences, problems) ?? [],
    ...lists.data,
  };
  return {
    data,
    problems,
    placeOf: (path) => {
      const [part, index, ...rest] = path.split('.');
      if (part === 'interpretations') return { file: interpretations, path };
      if (part === 'silences') return { file: silences, path };
      const among = lists.files.get(part ?? '');
      const holder = among?.[Number(index)];
      if (among !== undefined && holder !== undefined)
        return { file: holder, path: [part, Number(index) - among.indexOf(holder), ...rest].join('.') };
      const file = part === 'rules' ? fileOfRule[Number(index)] : undefined;
      if (file === undefined) return { file: head, path };
      return { file, path: ['rules', Number(index) - fileOfRule.indexOf(file), ...rest].join('.') };
    },
  };
}

/** Folders whose files hold named lists, such as `templates` or `glossary`: a list is put together from all files. */
export const LIST_FOLDERS: readonly string[] = ['forms', 'words'];

interface MergedLists {
  readonly data: Readonly<Record<string, unknown[]>>;
  /** The file of each entry of a list. */
  readonly files: ReadonlyMap<string, readonly string[]>;
}

function mergeLists(id: string, folder: string, problems: FileProblem[]): MergedLists {
  const data: Record<string, unknown[]> = {};
  const files = new Map<string, string[]>();
  for (const file of LIST_FOLDERS.flatMap((part) => yamlFilesIn(folder, id, part))) {
    for (const [name, list] of Object.entries((readYaml(folder, file, problems) as object | null) ?? {})) {
      if (!Array.isArray(list) || !FORMS_AND_WORDS_PARTS.some((part) => part === name)) {
        const message = `A file here holds lists called ${FORMS_AND_WORDS_PARTS.join(', ')}.`;
        problems.push({ file, path: name, rule: null, message });
        continue;
      }
      data[name] = [...(data[name] ?? []), ...(list as unknown[])];
      files.set(name, [...(files.get(name) ?? []), ...list.map(() => file)]);
    }
  }
  return { data, files };
}

/** The rules of a file, each with what the file says once for all of them. Null where the file has no list of rules. */
function rulesOf(content: unknown): Record<string, unknown>[] | null {
  if (content === null || typeof content !== 'object') return null;
  const { rules, ...shared } = content as { rules?: unknown };
  if (!Array.isArray(rules)) return null;
  return rules.map((rule: unknown) => ({ ...shared, ...(rule as object) }));
}

/** YAML files in a folder of a pack, relative to the folder of packs, in alphabetical order. */
export function yamlFilesIn(folder: string, id: string, part: string): string[] {
  const path = join(folder, id, part);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((name) => name.endsWith('.yaml'))
    .toSorted()
    .map((name) => `${id}/${part}/${name}`);
}

/** The content of one YAML file; problems of syntax go to `problems`. */
export function readYaml(folder: string, file: string, problems: FileProblem[]): unknown {
  const path = join(folder, file);
  if (!existsSync(path)) {
    problems.push({ file, path: '', rule: null, message: 'The file is missing.' });
    return null;
  }
  const text = readFileSync(path, 'utf8');
  const unreadable = unreadableText(text);
  if (unreadable !== null) {
    problems.push({ file, path: '', rule: null, message: unreadable });
    return null;
  }
  const document = parseDocument(text, { prettyErrors: true });
  for (const error of document.errors) problems.push({ file, path: '', rule: null, message: error.message });
  if (document.errors.length > 0) return null;
  const read = dataOf(document);
  if ('data' in read) return read.data;
  problems.push({ file, rule: null, ...read.fault });
  return null;
}
