import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { MOST_RULES } from '@plumbline/domain/policy/check';
import { LIST_FOLDERS, readYaml, yamlFilesIn, type FileProblem } from '@plumbline/policies';

/** A file larger than this was not written by hand. */
const MOST_BYTES = 2 * 1024 * 1024;
const MOST_FILES = 500;
/** Lists within lists within lists: no policy goes deeper. */
const MOST_DEPTH = 40;
/** Values in one file once every alias has been written out. */
const MOST_VALUES = 200_000;
/** Of one broken file, the first few slips say where to look. */
const MOST_SAID = 3;

const FORMAT = 'plumbline-policy/1';

/** The YAML files of a policy's folder, relative to the folder above it, in the order in which they are read. */
export function filesOf(parent: string, name: string): string[] {
  const single = ['pack.yaml', 'interpretations.yaml', 'silences.yaml'].filter((file) =>
    existsSync(path.join(parent, name, file)),
  );
  return [
    ...single.map((file) => `${name}/${file}`),
    ...['rules', ...LIST_FOLDERS, 'scenarios'].flatMap((folder) => yamlFilesIn(parent, name, folder)),
  ];
}

/** What keeps files from being read at all: their size, their nesting, aliases that run in a circle, YAML that is none. */
export function unreadable(parent: string, files: readonly string[]): FileProblem[] {
  if (files.length > MOST_FILES) return [problem(files[0] ?? '', `There are ${files.length} files; ${MOST_FILES} is the most.`)];
  return files.flatMap((file) => unreadableFile(parent, file));
}

function unreadableFile(parent: string, file: string): FileProblem[] {
  const { size, isFile } = sizeOf(path.join(parent, file));
  if (!isFile) return [problem(file, 'This is not a file.')];
  if (size > MOST_BYTES) return [problem(file, `The file has ${megabytes(size)} MB; ${megabytes(MOST_BYTES)} MB is the most.`)];
  const found: FileProblem[] = [];
  if (bracketDepth(readFileSync(path.join(parent, file), 'utf8')) > MOST_DEPTH)
    return [problem(file, `Brackets are nested more than ${MOST_DEPTH} deep.`)];
  try {
    const content = readYaml(parent, file, found);
    const fault = found.length === 0 ? faultOf(content) : null;
    if (fault !== null) found.push(problem(file, fault.message, fault.path));
    else if (found.length === 0) found.push(...contentProblems(file, content));
  } catch (error) {
    found.push(problem(file, inWords(error)));
  }
  return found.slice(0, MOST_SAID).map((slip) => ({ ...slip, message: onOneLine(slip.message) }));
}

/** The YAML reader draws the place below its message; the line and column that it names are enough. */
function onOneLine(message: string): string {
  return (message.split('\n')[0] ?? '').replace(/:$/, '.');
}

function sizeOf(file: string): { size: number; isFile: boolean } {
  const stat = statSync(file, { throwIfNoEntry: false });
  return { size: stat?.size ?? 0, isFile: stat?.isFile() === true };
}

function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1).replace(/\.0$/, '');
}

/** How deep brackets stand in one another, counted without reading: a reader of deep brackets runs out of stack. */
function bracketDepth(text: string): number {
  let depth = 0;
  let most = 0;
  for (const character of text) {
    if (character === '[' || character === '{') most = Math.max(most, (depth += 1));
    else if ((character === ']' || character === '}') && depth > 0) depth -= 1;
  }
  return most;
}

function inWords(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  if (/alias count/i.test(message))
    return 'Aliases repeat one another so often that the file would grow beyond measure. Write the values out.';
  return error instanceof RangeError ? 'The file is nested too deeply to be read.' : message;
}

/** Values that contain themselves, or grow beyond measure once aliases are written out. */
function faultOf(content: unknown): { path: string; message: string } | null {
  let values = 0;
  const walk = (value: unknown, place: readonly string[], above: readonly object[]): { path: string; message: string } | null => {
    values += 1;
    if (values > MOST_VALUES)
      return { path: '', message: `The file holds more than ${MOST_VALUES} values once its aliases are written out.` };
    if (value === null || typeof value !== 'object') return null;
    if (above.includes(value))
      return { path: place.join('.'), message: 'An alias here refers to what contains it, so that the value would never end.' };
    if (place.length > MOST_DEPTH)
      return { path: place.slice(0, 5).join('.'), message: `Values are nested more than ${MOST_DEPTH} deep.` };
    for (const [name, part] of Object.entries(value)) {
      const fault = walk(part, [...place, name], [...above, value]);
      if (fault !== null) return fault;
    }
    return null;
  };
  return walk(content, [], []);
}

/** What would make every other message beside the point. */
function contentProblems(file: string, content: unknown): FileProblem[] {
  if (file.endsWith('/pack.yaml')) {
    const format = content !== null && typeof content === 'object' ? (content as { format?: unknown }).format : undefined;
    if (format === FORMAT) return [];
    const says = format === undefined ? 'names no format' : `is in the format ${JSON.stringify(format)}`;
    return [problem(file, `The policy ${says}; only ${FORMAT} is read here.`, 'format')];
  }
  const rules = content !== null && typeof content === 'object' ? (content as { rules?: unknown }).rules : undefined;
  if (Array.isArray(rules) && rules.length > MOST_RULES)
    return [problem(file, `The file has ${rules.length} rules; ${MOST_RULES} is the most.`, 'rules')];
  return [];
}

function problem(file: string, message: string, at = ''): FileProblem {
  return { file, path: at, rule: null, message };
}

/** The YAML files that lie directly in a folder, in alphabetical order. */
export function yamlFilesDirectlyIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => entry.name)
    .toSorted();
}
