import { parsePack, type PolicyPack } from '@plumbline/domain/policy';
import { LineCounter, parseDocument, stringify } from 'yaml';
import { dataOf } from './document-data.ts';
import { placeAt, placeOf } from './document-lines.ts';
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
  const document = parseDocument(text, { prettyErrors: false, lineCounter: lines, strict: true });
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
  const problems = parsed.problems.map((problem) => ({ ...placeOf(document, lines, problem.path), ...problem }));
  return { data: read.data, pack: null, problems: problems.slice(0, MOST_PROBLEMS), lineOf };
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
