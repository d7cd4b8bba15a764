import { figuresIn, idInName, numbersIn, readDescription, type FoundCode } from '@plumbline/analytics/focus-groups';
import { parse } from 'csv-parse/sync';
import { attributeOf, XmlError, XmlScanner, type XmlHandler } from '../imports/xlsx/xml-scanner.ts';

const MOST_CODES = 300;

/** The codes of a file by its content: REFI-QDA where it is XML, else CSV. Null where neither can be read, or it holds none. */
export function readCodebookFile(fileName: string, text: string): FoundCode[] | null {
  const isXml = text.trimStart().startsWith('<') || fileName.toLowerCase().endsWith('.qdc');
  const found = isXml ? readQdc(text) : readCsv(text);
  return found === null || found.length === 0 || found.length > MOST_CODES ? null : found;
}

function readQdc(text: string): FoundCode[] | null {
  const reader = new QdcReader();
  try {
    const scanner = new XmlScanner(reader);
    scanner.write(text.replace(/^\uFEFF/, ''));
    scanner.end();
  } catch (error) {
    if (error instanceof XmlError) return null;
    throw error;
  }
  return reader.isCodebook ? reader.found : null;
}

/** Codes wherever they stand in one another; a group that nothing is coded with is none. */
class QdcReader implements XmlHandler {
  readonly found: FoundCode[] = [];
  isCodebook = false;
  private readonly open_: { name: string; isCodable: boolean; description: string }[] = [];
  private isDescription = false;

  open(name: string, attributes: string): void {
    const tag = name.slice(name.indexOf(':') + 1);
    if (tag === 'CodeBook') this.isCodebook = true;
    if (tag === 'Code')
      this.open_.push({
        name: attributeOf(attributes, 'name') ?? '',
        isCodable: attributeOf(attributes, 'isCodable') !== 'false',
        description: '',
      });
    if (tag === 'Description') this.isDescription = true;
  }

  close(name: string): void {
    const tag = name.slice(name.indexOf(':') + 1);
    if (tag === 'Description') this.isDescription = false;
    if (tag !== 'Code') return;
    const code = this.open_.pop();
    if (code === undefined || !code.isCodable || code.name.trim() === '') return;
    this.found.push({ ...idInName(code.name), ...readDescription(code.description) });
  }

  text(text: string): void {
    const code = this.open_.at(-1);
    if (this.isDescription && code !== undefined) code.description += text;
  }
}

const NAMES: Readonly<Record<string, readonly string[]>> = {
  id: ['code', 'id', 'mark'],
  name: ['name', 'title', 'label', 'code name'],
  definition: ['definition', 'description', 'memo'],
  doNotCode: ['do not code', 'exclude', 'exclusions'],
  watch: ['watch with', 'watch'],
  questions: ['questions'],
  figures: ['figures'],
  state: ['state'],
};

function readCsv(text: string): FoundCode[] | null {
  let rows: string[][];
  try {
    rows = parse(text, { bom: true, relax_column_count: true, skip_empty_lines: true, max_record_size: 20_000 }) as string[][];
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
  const [head = [], ...lines] = rows;
  const columnOf = (field: string) => head.findIndex((title) => NAMES[field]?.includes(title.trim().toLowerCase()) === true);
  if (columnOf('name') === -1) return null;
  const found: FoundCode[] = [];
  for (const line of lines.slice(0, MOST_CODES + 1)) {
    const at = (field: string) => (line[columnOf(field)] ?? '').replace(/^'(?=[=+\-@])/, '').trim();
    const state = at('state');
    if (at('name') === '' || state === 'retired' || state.startsWith('split')) continue;
    const own = idInName(at('name'));
    found.push({
      id: /^[A-Z][A-Z0-9-]{0,11}$/.test(at('id')) ? at('id') : own.id,
      name: at('id') === '' ? own.name : at('name'),
      definition: at('definition'),
      doNotCode: at('doNotCode'),
      watch: at('watch'),
      questions: numbersIn(at('questions')),
      figures: figuresIn(at('figures')),
    });
  }
  return found;
}
