import { FIGURES, isTaken, type Code, type Codebook, type FigureName } from '@plumbline/domain/focus-groups';

/** A code as a file names it, before it has a place in the codebook. */
export interface FoundCode {
  /** Null where the file gives it none. */
  readonly id: string | null;
  readonly name: string;
  readonly definition: string;
  readonly doNotCode: string;
  readonly watch: string;
  readonly questions: readonly number[];
  readonly figures: readonly FigureName[];
}

/** What taking a file's codes over would change. */
export interface CodebookOffer {
  readonly added: readonly Code[];
  readonly changed: readonly { readonly before: Code; readonly after: Code }[];
  readonly unchanged: number;
  /** Codes of the file that were merged here long ago, and stay so. */
  readonly merged: readonly string[];
}

const ID = /^([A-Z][A-Z0-9-]{0,11})(?:\s+[–—:-]?\s*|[.:]\s*)(\S.*)$/;

/** A code's own mark at the beginning of its name: `B1 Too many cases`. A mark has a digit, so that a word is not taken for one. */
export function idInName(name: string): { readonly id: string | null; readonly name: string } {
  const found = ID.exec(name.trim());
  const [, id = '', rest = ''] = found ?? [];
  return found !== null && /\d/.test(id) ? { id, name: rest.trim() } : { id: null, name: name.trim() };
}

/** Takes a description apart as {@link codebookQdc} writes it; one that was written elsewhere is a definition whole. */
export function readDescription(text: string): Omit<FoundCode, 'id' | 'name'> {
  const definition: string[] = [];
  const named = new Map<string, string>();
  for (const line of text.split('\n')) {
    const [, name, rest] = /^(Do not code|Watch with|Questions|Figures|Aliases): (.*)$/.exec(line.trim()) ?? [];
    if (name === undefined) definition.push(line.trim());
    else named.set(name, rest ?? '');
  }
  return {
    definition: definition.join('\n').trim(),
    doNotCode: named.get('Do not code') ?? '',
    watch: named.get('Watch with') ?? '',
    questions: numbersIn(named.get('Questions') ?? ''),
    figures: figuresIn(named.get('Figures') ?? ''),
  };
}

export function numbersIn(text: string): number[] {
  return [...new Set(text.split(/[;,\s]+/).map(Number))].filter(
    (number) => Number.isInteger(number) && number >= 1 && number <= 13,
  );
}

/** Figures by their names here or by what they are called on pages; others are left out. */
export function figuresIn(text: string): FigureName[] {
  const asked = text.split(';').map((one) => one.trim());
  return (Object.keys(FIGURES) as FigureName[]).filter((name) => asked.includes(name) || asked.includes(FIGURES[name]));
}

/** What the codes of a file would change of a codebook. Nothing that is not in the file is taken away. */
export function offerCodes(codebook: Codebook, found: readonly FoundCode[]): CodebookOffer {
  const added: Code[] = [];
  const changed: { before: Code; after: Code }[] = [];
  const merged: string[] = [];
  let unchanged = 0;
  for (const one of found) {
    const before = codebook.codes.find(({ id, name }) => id === one.id || (one.id === null && name === one.name));
    if (before === undefined && one.id !== null && isTaken(codebook, one.id)) merged.push(one.id);
    else if (before === undefined) {
      const taken = [...codebook.codes, ...added];
      added.push({
        ...codeOf(one),
        id: one.id ?? freeId(codebook, taken),
        version: 1,
        aliases: [],
        splitInto: [],
        isRetired: false,
      });
    } else if (isSame(before, one)) unchanged += 1;
    else changed.push({ before, after: { ...before, ...codeOf(one), version: before.version + 1 } });
  }
  return { added, changed, unchanged, merged };
}

function codeOf({ name, definition, doNotCode, watch, questions, figures }: FoundCode) {
  return {
    name: name.slice(0, 120),
    definition: definition.slice(0, 1000),
    doNotCode: doNotCode.slice(0, 500),
    watchWith: { words: watch.slice(0, 300), questions, figures },
  };
}

function isSame(before: Code, found: FoundCode): boolean {
  const { name, definition, doNotCode, watchWith } = codeOf(found);
  const same = (one: readonly unknown[], other: readonly unknown[]) => one.join(';') === other.join(';');
  return (
    before.name === name &&
    before.definition === definition &&
    before.doNotCode === doNotCode &&
    before.watchWith.words === watchWith.words &&
    same(before.watchWith.questions, watchWith.questions) &&
    same(before.watchWith.figures, watchWith.figures)
  );
}

function freeId(codebook: Codebook, codes: readonly Pick<Code, 'id'>[]): string {
  for (let number = 1; ; number += 1) {
    const id = `X${number}`;
    if (!codes.some((code) => code.id === id) && !isTaken(codebook, id)) return id;
  }
}

/** The codebook with what an offer changes. */
export function withOffer(codebook: Codebook, { added, changed }: Pick<CodebookOffer, 'added' | 'changed'>): Codebook {
  const after = new Map(changed.map((one) => [one.after.id, one.after]));
  return { ...codebook, codes: [...codebook.codes.map((code) => after.get(code.id) ?? code), ...added] };
}
