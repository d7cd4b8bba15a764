import { Instrument, WORDS_WARNING, type DesignImportNote, type Item } from '@plumbline/domain/surveys';
import { conditionOf } from './conditions.ts';
import type { ForeignForm, ForeignOption, ForeignQuestion, ImportedForm } from './imported-form.ts';
import { PLACEHOLDER } from './plain-text.ts';

const MOST_ITEMS = 120;
const LONGEST = { text: 300, option: 200, help: 500, title: 120, introduction: 2000 };

type Note = DesignImportNote['kind'];
type Shared = Omit<Extract<Item, { kind: 'scale' }>, 'kind' | 'scale'>;

/** Items as they come over, with everything to be told about them. */
class Importing {
  readonly items: Item[] = [];
  readonly notes: DesignImportNote[] = [];
  private readonly taken = new Set<string>();
  private readonly lineagePrefix: string;

  constructor(lineagePrefix: string) {
    this.lineagePrefix = lineagePrefix;
  }

  note(question: ForeignQuestion, kind: Note, detail = ''): void {
    this.notes.push({
      question: question.code.slice(0, 80),
      text: question.text.slice(0, LONGEST.text),
      kind,
      detail: detail.slice(0, 200),
    });
  }

  add(question: ForeignQuestion): void {
    const { shape } = question;
    if (shape.kind === 'unknown') return this.note(question, 'not-mapped', shape.of);
    if (shape.kind === 'asks-who') return this.note(question, 'asks-who', shape.of);
    const made =
      shape.kind === 'rows'
        ? this.eachRow(question, shape.rows, shape.options)
        : [this.made(question)].flatMap((item) => item ?? []);
    if (made.length === 0) return this.note(question, 'not-mapped', shape.kind);
    if (this.items.length + made.length > MOST_ITEMS) return this.note(question, 'no-room');
    if (question.isForced) this.note(question, 'forced');
    for (const limit of question.limits) this.note(question, 'limit', limit);
    this.items.push(...made);
  }

  /** One question for each row: one idea each, and its own lineage. */
  private eachRow(question: ForeignQuestion, rows: readonly ForeignOption[], options: readonly ForeignOption[]): Item[] {
    if (options.length < 2 || options.length > 20) return [];
    this.note(question, 'rows', String(rows.length));
    return rows.map((row) => {
      const text = question.text === '' ? row.text : `${question.text} ${row.text}`;
      return {
        ...this.shared({ ...question, text }, `${question.code}-${row.code}`),
        kind: 'single',
        options: optionsOf(options),
      };
    });
  }

  private made(question: ForeignQuestion): Item | null {
    const { shape } = question;
    switch (shape.kind) {
      case 'single':
      case 'multiple': {
        if (shape.options.length < 2 || shape.options.length > 20) return null;
        if (shape.hasComment) this.note(question, 'comment');
        return { ...this.shared(question), kind: shape.kind, options: optionsOf(shape.options) };
      }
      case 'ranking': {
        if (shape.options.length < 3 || shape.options.length > 20) return null;
        if (shape.most === null) this.note(question, 'bounds', '3');
        const most = Math.min(Math.max(2, shape.most ?? 3), 5, shape.options.length - 1);
        return { ...this.shared(question), kind: 'ranking', options: optionsOf(shape.options), most };
      }
      case 'number': {
        const least = Math.trunc(shape.least ?? 0);
        const most = Math.max(least + 1, Math.trunc(shape.most ?? 1000));
        if (shape.least === null || shape.most === null) this.note(question, 'bounds', `${least}–${most}`);
        return { ...this.shared(question), kind: 'number', least, most, unit: '', bands: null };
      }
      case 'text':
        return {
          ...this.shared({ ...question, help: question.help ?? WORDS_WARNING }),
          kind: 'text',
          longest: Math.min(4000, Math.max(50, Math.trunc(shape.longest ?? 1000))),
        };
      case 'rows':
      case 'unknown':
      case 'asks-who':
        return null;
    }
  }

  private shared(question: ForeignQuestion, code: string = question.code): Shared {
    const id = this.idFor(code);
    const shownWhen = question.condition === null ? null : conditionOf(question.condition, this.items, (other) => idOf(other));
    if (question.condition !== null && shownWhen === null) this.note(question, 'condition', question.condition);
    return {
      id,
      lineage: `${this.lineagePrefix}-${id}`,
      question: null,
      blocks: ['everybody'],
      roleFamilies: null,
      text: this.worded(question, question.text, LONGEST.text) || code.slice(0, LONGEST.text),
      textGiving: null,
      help: question.help === null ? null : this.worded(question, question.help, LONGEST.help) || null,
      shownWhen,
      isPulse: false,
      isAboutSupervisor: false,
      index: null,
      isReversed: false,
    };
  }

  private worded(question: ForeignQuestion, text: string, longest: number): string {
    const placeholders = text.match(PLACEHOLDER);
    if (placeholders !== null) this.note(question, 'placeholder', placeholders.join(' '));
    const plain = text.replaceAll(PLACEHOLDER, '…').trim();
    if (plain.length > longest) this.note(question, 'shortened', String(longest));
    return cut(plain, longest);
  }

  private idFor(code: string): string {
    const base = idOf(code) || 'item';
    let id = base;
    for (let number = 2; this.taken.has(id); number += 1) id = `${base}-${number}`;
    this.taken.add(id);
    return id;
  }
}

/** Cut at whole signs, so that none is halved. */
function cut(text: string, longest: number): string {
  return text.length <= longest
    ? text
    : `${text
        .slice(0, longest - 1)
        .toWellFormed()
        .replace(/\uFFFD$/, '')}…`;
}

/** A code of another tool as an id here. */
function idOf(code: string): string {
  return code
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 60)
    .replace(/-$/, '');
}

function optionsOf(options: readonly ForeignOption[]): Extract<Item, { kind: 'single' }>['options'] {
  const taken = new Set<string>();
  return options.map(({ code, text, isAlone, score }, at) => {
    let id = idOf(code) || `option-${at + 1}`;
    while (taken.has(id)) id = `${id}-x`;
    taken.add(id);
    return { id, text: cut(text || code || id, LONGEST.option), score: score ?? null, isAlone: isAlone ?? false };
  });
}

/** A form of another tool as a form here: what maps comes over, and everything that does not, or not whole, is told by question. */
export function toInstrument(form: ForeignForm, lineagePrefix: string): ImportedForm {
  const importing = new Importing(lineagePrefix);
  for (const question of form.questions) importing.add(question);
  const instrument = Instrument.parse({
    format: 1,
    title: cut(form.title, LONGEST.title) || 'Survey from a file',
    introduction: cut(form.introduction, LONGEST.introduction),
    policy: null,
    items: importing.items,
  });
  return { instrument, notes: importing.notes };
}
