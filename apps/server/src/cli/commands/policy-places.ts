import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { LIST_FOLDERS, readYaml, yamlFilesIn, type FileProblem } from '@plumbline/policies';
import { lineOfPath } from '@plumbline/policies/text';

/** Where something in a policy lies, as people look it up: file and line, place in the file, id of the rule. */
export function placesIn(parent: string, name: string): (at: string, rule: string | null) => string {
  const entries = entriesOf(parent, name);
  return (at, rule) => {
    const [part = '', index, ...rest] = at.split('.');
    const found = entries.get(part)?.[Number(index)];
    if (found !== undefined) {
      const line = rule === null && found.id !== null ? lineOf(path.join(parent, found.file), found.id) : null;
      return place(parent, found.file, [part, found.within, ...rest].join('.'), rule, line?.toString());
    }
    const file = part === 'interpretations' || part === 'silences' ? `${part}.yaml` : part === 'rules' ? 'rules' : 'pack.yaml';
    return place(parent, `${name}/${file}`, at, rule, exactLine(parent, `${name}/${file}`, at));
  };
}

/** The same for a problem of reading, whose file is known and whose message may name a line. */
export function placeOfProblem(parent: string, name: string, { file, path: at, rule, message }: FileProblem): string {
  const [part, index, ...rest] = at.split('.');
  if (part !== 'rules' || index === undefined)
    return place(parent, file, at, rule, /at line (\d+)/.exec(message)?.[1] ?? exactLine(parent, file, at));
  const within = entriesOf(parent, name).get('rules')?.[Number(index)]?.within ?? index;
  const inFile = ['rules', within, ...rest].join('.');
  return place(parent, file, inFile, rule, rule === null ? exactLine(parent, file, inFile) : undefined);
}

/** The line of a place in a file that is whole: two files are one list each, without its name. */
function exactLine(parent: string, file: string, at: string): string | undefined {
  const full = path.join(parent, file);
  if (at === '' || !file.endsWith('.yaml') || statSync(full, { throwIfNoEntry: false })?.isFile() !== true) return undefined;
  const within = at.replace(/^(interpretations|silences)\.?/, '');
  return lineOfPath(readFileSync(full, 'utf8'), within)?.toString();
}

interface EntryPlace {
  readonly file: string;
  /** Place in its own file. */
  readonly within: number;
  readonly id: string | null;
}

/** Lists run on from file to file: which file each entry of a list stands in. */
function entriesOf(parent: string, name: string): ReadonlyMap<string, readonly EntryPlace[]> {
  const found = new Map<string, EntryPlace[]>();
  for (const file of ['rules', ...LIST_FOLDERS].flatMap((folder) => yamlFilesIn(parent, name, folder))) {
    for (const [part, list] of Object.entries((readYaml(parent, file, []) as object | null) ?? {})) {
      if (!Array.isArray(list)) continue;
      const places = list.map((entry: unknown, within) => ({ file, within, id: idOf(entry) }));
      found.set(part, [...(found.get(part) ?? []), ...places]);
    }
  }
  return found;
}

function idOf(entry: unknown): string | null {
  const id = (entry as { id?: unknown } | null)?.id;
  return typeof id === 'string' ? id : null;
}

function place(parent: string, file: string, at: string, rule: string | null, saidLine?: string): string {
  const line = saidLine ?? (rule === null ? null : lineOf(path.join(parent, file), rule));
  const parts = [`${file}${line === null ? '' : `:${line}`}`, at, rule === null ? '' : `rule ${rule}`];
  return parts.filter((part) => part !== '').join(', ');
}

/** The line on which a rule says its id, counted from 1. */
function lineOf(file: string, rule: string): number | null {
  if (!existsSync(file)) return null;
  const said = new RegExp(`(^|[\\s{,-])id:\\s*['"]?${RegExp.escape(rule)}['"]?\\s*(,|}|#|$)`);
  const at = readFileSync(file, 'utf8')
    .split('\n')
    .findIndex((line) => said.test(line));
  return at < 0 ? null : at + 1;
}
