/** Structures of LimeSurvey (.lss): XML with one table each for groups, questions, subquestions, answers and their words. */
import { XMLParser } from 'fast-xml-parser';
import type { ForeignForm, ForeignOption, ForeignQuestion, ForeignShape, ImportRefusal } from './imported-form.ts';
import { ASKS_WHO, counted, KINDS, LESS_SAME_MORE, LIMITS, withOther, YES_NO, YES_UNSURE_NO } from './lime-kinds.ts';
import { plainText } from './plain-text.ts';

type Row = Readonly<Record<string, unknown>>;
const DEEPEST = 30;

/** A structure read; a refusal where it is none, or not safe to read: it brings entities, or is nested without end. */
export function readLimeSurvey(text: string): ForeignForm | ImportRefusal {
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) return 'not-safe';
  if (isTooDeep(text)) return 'too-deep';
  const document = parsed(text);
  const questions = document === null ? [] : rowsOf(document, 'questions');
  if (document === null || questions.length === 0) return 'not-a-form';
  const tables = new Tables(document);
  const settings = rowsOf(document, 'surveys_languagesettings')[0] ?? {};
  return {
    title: field(settings, 'surveyls_title'),
    introduction: field(settings, 'surveyls_welcometext') || field(settings, 'surveyls_description'),
    questions: questions
      .filter((row) => isTop(row))
      .toSorted((a, b) => tables.groupOrder(a) - tables.groupOrder(b) || order(a, 'question_order') - order(b, 'question_order'))
      .map((row) => tables.question(row)),
  };
}

/** How deep tags stand in one another, without building anything of them; what is said in CDATA, comments and instructions is passed over. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at)) {
    const passed = PASSED_OVER.find(([opens]) => text.startsWith(opens, at));
    const end = text.indexOf(passed?.[1] ?? '>', at + 1);
    if (end === -1) return false;
    if (passed === undefined) {
      if (text[at + 1] === '/') depth -= 1;
      else if (text[end - 1] !== '/') depth += 1;
      if (depth > DEEPEST) return true;
    }
    at = end + 1;
  }
  return false;
}

const PASSED_OVER = [
  ['<![CDATA[', ']]>'],
  ['<!--', '-->'],
  ['<?', '?>'],
] as const;

const isRow = (value: unknown): value is Row => value !== null && typeof value === 'object' && !Array.isArray(value);

function parsed(text: string): Row | null {
  const parser = new XMLParser({ ignoreAttributes: true, processEntities: false, parseTagValue: false, trimValues: true });
  try {
    const read: unknown = parser.parse(text);
    const document = isRow(read) ? read['document'] : null;
    return isRow(document) ? document : null;
  } catch {
    // Whatever the parser stumbles over: the file is not of this format.
    return null;
  }
}

function rowsOf(document: Row, table: string): Row[] {
  const part = document[table];
  const rows = isRow(part) && isRow(part['rows']) ? part['rows']['row'] : undefined;
  return (Array.isArray(rows) ? rows : [rows]).filter(isRow);
}

const field = (row: Row, name: string): string => plainText(row[name]);
const order = (row: Row, name: string): number => Number(field(row, name)) || 0;
const isTop = (row: Row): boolean => ['', '0'].includes(field(row, 'parent_qid'));

/** One language of a table of words: English where there is, else the first. */
function inOneLanguage(rows: readonly Row[]): Row[] {
  const languages = [...new Set(rows.map((row) => field(row, 'language')))];
  const wanted = languages.find((language) => language.startsWith('en')) ?? languages[0];
  return rows.filter((row) => field(row, 'language') === wanted);
}

class Tables {
  private readonly words: Map<string, Row>;
  private readonly answerWords: Map<string, Row>;
  private readonly subquestions: readonly Row[];
  private readonly answers: readonly Row[];
  private readonly attributes: readonly Row[];
  private readonly groups: Map<string, Row>;

  constructor(document: Row) {
    this.words = new Map(inOneLanguage(rowsOf(document, 'question_l10ns')).map((row) => [field(row, 'qid'), row]));
    this.answerWords = new Map(inOneLanguage(rowsOf(document, 'answer_l10ns')).map((row) => [field(row, 'aid'), row]));
    this.subquestions = [...rowsOf(document, 'subquestions'), ...rowsOf(document, 'questions').filter((row) => !isTop(row))];
    this.answers = inOneLanguage(rowsOf(document, 'answers'));
    this.attributes = rowsOf(document, 'question_attributes');
    this.groups = new Map(rowsOf(document, 'groups').map((row) => [field(row, 'gid'), row]));
  }

  groupOrder(row: Row): number {
    const group = this.groups.get(field(row, 'gid'));
    return group === undefined ? 0 : order(group, 'group_order');
  }

  question(row: Row): ForeignQuestion {
    const qid = field(row, 'qid');
    const own = this.words.get(qid) ?? row;
    const conditions = [field(this.groups.get(field(row, 'gid')) ?? {}, 'grelevance'), field(row, 'relevance')].filter(
      (text) => !['', '1'].includes(text),
    );
    return {
      code: field(row, 'title') || `question-${qid}`,
      text: field(own, 'question'),
      help: field(own, 'help') || null,
      isForced: ['Y', 'S'].includes(field(row, 'mandatory')),
      condition: conditions.length === 0 ? null : conditions.join(' and '),
      limits: this.limitsOf(qid, field(row, 'type'), field(row, 'preg')),
      shape: withOther(this.shape(qid, field(row, 'type')), field(row, 'other') === 'Y'),
    };
  }

  private shape(qid: string, type: string): ForeignShape {
    switch (type) {
      case 'L':
      case '!':
      case 'O':
        return { kind: 'single', options: this.answersOf(qid), hasComment: type === 'O' };
      case 'M':
      case 'P':
        return { kind: 'multiple', options: this.rowsBelow(qid), hasComment: type === 'P' };
      case 'R':
        return { kind: 'ranking', options: this.choicesOf(qid), most: this.attribute(qid, 'max_answers') };
      case 'N':
        return { kind: 'number', least: this.attribute(qid, 'min_num_value_n'), most: this.attribute(qid, 'max_num_value_n') };
      case 'S':
      case 'T':
      case 'U':
        return { kind: 'text', longest: this.attribute(qid, 'maximum_chars') };
      case 'Y':
        return { kind: 'single', options: YES_NO, hasComment: false };
      case '5':
        return { kind: 'single', options: counted(5), hasComment: false };
      case 'F':
      case 'H':
        return { kind: 'rows', rows: this.rowsBelow(qid), options: this.answersOf(qid) };
      case 'A':
      case 'B':
        return { kind: 'rows', rows: this.rowsBelow(qid), options: counted(type === 'A' ? 5 : 10) };
      case 'C':
        return { kind: 'rows', rows: this.rowsBelow(qid), options: YES_UNSURE_NO };
      case 'E':
        return { kind: 'rows', rows: this.rowsBelow(qid), options: LESS_SAME_MORE };
      default:
        return { kind: ASKS_WHO.has(type) ? 'asks-who' : 'unknown', of: KINDS[type] ?? `type ${type}` };
    }
  }

  /** What is put in order stands among the answers, in later structures among the rows. */
  private choicesOf(qid: string): ForeignOption[] {
    const answers = this.answersOf(qid);
    return answers.length > 0 ? answers : this.rowsBelow(qid);
  }

  private limitsOf(qid: string, type: string, pattern: string): string[] {
    const names = type === 'R' ? LIMITS : [...LIMITS, 'max_answers'];
    const set = this.attributes
      .filter((row) => field(row, 'qid') === qid && names.includes(field(row, 'attribute')))
      .filter((row) => !['', '0'].includes(field(row, 'value')))
      .map((row) => `${field(row, 'attribute')}: ${field(row, 'value')}`);
    return pattern === '' ? set : [...set, `pattern: ${pattern}`];
  }

  private answersOf(qid: string): ForeignOption[] {
    return this.answers
      .filter((row) => field(row, 'qid') === qid)
      .toSorted((a, b) => order(a, 'sortorder') - order(b, 'sortorder'))
      .map((row) => ({ code: field(row, 'code'), text: field(this.answerWords.get(field(row, 'aid')) ?? row, 'answer') }));
  }

  private rowsBelow(qid: string): ForeignOption[] {
    const rows = this.subquestions.filter(
      (row) => field(row, 'parent_qid') === qid && ['', '0'].includes(field(row, 'scale_id')),
    );
    const seen = new Set<string>();
    return rows
      .toSorted((a, b) => order(a, 'question_order') - order(b, 'question_order'))
      .flatMap((row) => {
        const code = field(row, 'title');
        if (seen.has(code)) return [];
        seen.add(code);
        return [{ code, text: field(this.words.get(field(row, 'qid')) ?? row, 'question') }];
      });
  }

  private attribute(qid: string, name: string): number | null {
    const row = this.attributes.find((one) => field(one, 'qid') === qid && field(one, 'attribute') === name);
    const value = row === undefined ? '' : field(row, 'value');
    const number = Number(value);
    return value === '' || !Number.isFinite(number) || Math.abs(number) > 1_000_000 ? null : number;
  }
}
