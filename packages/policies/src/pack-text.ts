import { parsePack, type PolicyPack } from '@plumbline/domain/policy';
import { isMap, isNode, isPair, isSeq, LineCounter, stringify, type Document, type Node } from 'yaml';
import { dataOf } from './document-data.ts';
import { parseYaml } from './parse-yaml.ts';
import { unreadableText } from './text-limits.ts';

/** One thing wrong with a policy written as one text, at its line. */
export interface TextProblem {
  /** From 1. */
  readonly line: number;
  readonly column: number;
  readonly path: string;
  readonly rule: string | null;
  readonly message: string;
}

/** A policy as one text, read as far as that goes. */
export interface ReadText {
  /** The plain data of the text, whatever its shape; null where it could not be read at all. */
  readonly data: unknown;
  /** The policy, where the text is one. */
  readonly pack: PolicyPack | null;
  readonly problems: readonly TextProblem[];
  /** The line, from 1, of a path such as `rules.12.every`, or of the nearest part around it. */
  lineOf(path: string): number;
}

/** Of one broken text, so many slips say where to look. */
const MOST_PROBLEMS = 200;

/**
 * Reads a policy written as one YAML text (JSON is YAML too), with every slip at its line. Nothing is thrown: a text too
 * large, too deep, endless or no YAML at all is a problem like any other.
 */
export function readPackText(text: string): ReadText {
  const unreadable = unreadableText(text);
  if (unreadable !== null) return failed([atStart(unreadable)]);
  const lines = new LineCounter();
  const document = parseYaml(text, lines);
  if (document.errors.length > 0)
    return failed(
      document.errors.map((error) => ({
        ...placeAt(lines, error.pos[0]),
        path: '',
        rule: null,
        message: plainly(error.message),
      })),
    );
  const read = dataOf(document);
  if ('fault' in read)
    return failed([
      { ...placeOf(document, lines, read.fault.path), path: read.fault.path, rule: null, message: read.fault.message },
    ]);
  const parsed = parsePack(read.data);
  const lineOf = (path: string): number => placeOf(document, lines, path).line;
  if (parsed.ok) return { data: read.data, pack: parsed.pack, problems: [], lineOf };
  const told = parsed.problems.slice(0, MOST_PROBLEMS);
  const problems = told.map((problem) => ({ ...placeOf(document, lines, problem.path), ...problem }));
  return { data: read.data, pack: null, problems, lineOf };
}

function failed(problems: readonly TextProblem[]): ReadText {
  return { data: null, pack: null, problems: problems.slice(0, MOST_PROBLEMS), lineOf: () => 1 };
}

function atStart(message: string): TextProblem {
  return { line: 1, column: 1, path: '', rule: null, message };
}

/** The first sentence of a reader's message: what follows draws the place, which the line says already. */
function plainly(message: string): string {
  const first = (message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '');
  return /[.!?]$/.test(first) ? first : `${first}.`;
}

/** The line, from 1, of a path in a YAML text that can be read; null where it cannot. */
export function lineOfPath(text: string, path: string): number | null {
  const lines = new LineCounter();
  const document = parseYaml(text, lines);
  return document.errors.length > 0 ? null : placeOf(document, lines, path).line;
}

/** The line of a path such as `rules.12.every`, or of the nearest part around it that the text has. */
function placeOf(document: Document, lines: LineCounter, path: string): { line: number; column: number } {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const part of path === '' ? [] : path.split('.')) {
    const next = childOf(node, part);
    if (next === null) break;
    node = next.value;
    offset = next.offset ?? offset;
  }
  return placeAt(lines, offset);
}

function childOf(node: unknown, part: string): { readonly value: unknown; readonly offset: number | null } | null {
  if (isSeq(node)) {
    const value = node.items[Number(part)];
    return value === undefined ? null : { value, offset: startOf(value) };
  }
  if (!isMap(node)) return null;
  const pair = node.items.find(
    (item) => isPair(item) && isNode(item.key) && String((item.key as { value?: unknown }).value) === part,
  );
  return pair === undefined ? null : { value: pair.value, offset: startOf(pair.key) };
}

function startOf(node: unknown): number | null {
  return isNode(node) ? ((node as Node).range?.[0] ?? null) : null;
}

/** Line and column of an offset, both from 1. */
function placeAt(lines: LineCounter, offset: number): { line: number; column: number } {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

/** The parts of a policy in the order in which people read them; what is not named here follows. */
const ORDER = [
  'format',
  'id',
  'council',
  'title',
  'version',
  'source',
  'state',
  'stateNote',
  'validFrom',
  'validTo',
  'returnGraceWorkingDays',
  'conventions',
  'words',
  'series',
  'rules',
  'interpretations',
  'silences',
];
const ORDER_IN_RULE = ['id', 'kind', 'clause', 'area', 'says', 'appliesTo', 'strength'];

/**
 * Writes a policy, or the plain data of an unfinished one, as one YAML text. Read again, it gives the same content: the same
 * canonical JSON and the same hash.
 */
export function writePackText(pack: unknown): string {
  // Read as a policy, each part has its fields in the order of the format; the database keeps them in none.
  const parsed = parsePack(pack);
  const data = inOrder(parsed.ok ? parsed.pack : pack, ORDER);
  if (isRecord(data) && Array.isArray(data['rules']))
    data['rules'] = data['rules'].map((rule: unknown) => inOrder(rule, ORDER_IN_RULE));
  return stringify(data, { lineWidth: 110, aliasDuplicateObjects: false, defaultStringType: 'PLAIN', defaultKeyType: 'PLAIN' });
}

function inOrder(value: unknown, order: readonly string[]): unknown {
  if (!isRecord(value)) return value;
  const first = order.filter((name) => Object.hasOwn(value, name));
  const rest = Object.keys(value).filter((name) => !order.includes(name));
  return Object.fromEntries([...first, ...rest].map((name) => [name, value[name]]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
