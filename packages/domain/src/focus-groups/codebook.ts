/** What is read beside a code: items of the survey by the question they belong to, and figures that this product keeps. */
export interface WatchWith {
  readonly words: string;
  /** Questions 1 to 13 of the survey's item bank. */
  readonly questions: readonly number[];
  readonly figures: readonly FigureName[];
}

/** Figures of the record that can be read beside what people say, with what they are called on pages. */
export const FIGURES = {
  'supervision-on-time': 'Supervision held by its due date',
  'case-supervision-on-time': 'Case supervision held by its due date',
  'records-in-time': 'Records shared and filed in time',
  'moved-sessions': 'Supervisions moved or cancelled, with reasons',
  'decisions-between': 'Decisions written down between supervisions',
  'managers-own-supervision': 'Managers’ own supervision held by its due date',
  'new-staff-supervision': 'Supervision of newly qualified staff',
  agreements: 'Supervision agreements signed and reviewed',
  caseload: 'Children held by each worker',
  'policy-read': 'Staff who have read the policy in force',
  'policy-versions': 'Days on which versions of the policy came into force',
  actions: 'Actions carried forward and closed',
  'response-rates': 'Response rates of the survey',
} as const;

export type FigureName = keyof typeof FIGURES;

/** One code: what belongs under it, what does not, and what to read beside it. */
export interface Code {
  /** Short and for ever: `B1`. */
  readonly id: string;
  readonly name: string;
  readonly definition: string;
  readonly doNotCode: string;
  readonly watchWith: WatchWith;
  /** Counts up whenever the meaning changes. */
  readonly version: number;
  /** Codes that were merged into this one: what was coded with them counts here. */
  readonly aliases: readonly string[];
  /** Codes into which this one was split; it is no longer given, and what was coded with it stays as it is. */
  readonly splitInto: readonly string[];
  readonly isRetired: boolean;
}

export interface Codebook {
  readonly format: 1;
  readonly codes: readonly Code[];
}

/** The families of codes by their first letter. */
export const CODE_FAMILIES: Readonly<Record<string, string>> = {
  B: 'What gets in the way',
  E: 'What helps, and what it does',
  S: 'Sharing what works',
  C: 'Recognition and morale',
  A: 'What is put down to the policy',
  M: 'Who is missing',
  Y: 'Systems and appraisal',
  Q: 'Checking',
};

export type CodebookProblem =
  | { readonly kind: 'unknown-code'; readonly code: string }
  | { readonly kind: 'code-exists'; readonly code: string }
  | { readonly kind: 'same-code' }
  | { readonly kind: 'too-few-parts' };

export type CodebookChange =
  | { readonly ok: true; readonly codebook: Codebook }
  | { readonly ok: false; readonly problem: CodebookProblem };

function refuse(problem: CodebookProblem): CodebookChange {
  return { ok: false, problem };
}

/** A code that can still be given. */
export function isGiven(code: Code): boolean {
  return !code.isRetired && code.splitInto.length === 0;
}

/** The code under which something coded long ago counts today: an alias leads to what it was merged into. */
export function presentCode(codebook: Codebook, id: string): string {
  const seen = new Set<string>();
  let current = id;
  while (!seen.has(current)) {
    seen.add(current);
    const into = codebook.codes.find(({ aliases }) => aliases.includes(current));
    if (into === undefined) return current;
    current = into.id;
  }
  return current;
}

/** Whether an id was ever used, for a code or as an alias. */
export function isTaken(codebook: Codebook, id: string): boolean {
  return codebook.codes.some((code) => code.id === id || code.aliases.includes(id));
}

export type CodeWords = Pick<Code, 'name' | 'definition' | 'doNotCode' | 'watchWith'>;

/** Says anew what a code means; its version counts up. */
export function redefineCode(codebook: Codebook, id: string, words: Partial<CodeWords>): CodebookChange {
  if (!codebook.codes.some((code) => code.id === id)) return refuse({ kind: 'unknown-code', code: id });
  const codes = codebook.codes.map((code) => (code.id === id ? { ...code, ...words, version: code.version + 1 } : code));
  return { ok: true, codebook: { ...codebook, codes } };
}

export function addCode(codebook: Codebook, id: string, words: CodeWords): CodebookChange {
  if (isTaken(codebook, id)) return refuse({ kind: 'code-exists', code: id });
  const code: Code = { id, ...words, version: 1, aliases: [], splitInto: [], isRetired: false };
  return { ok: true, codebook: { ...codebook, codes: [...codebook.codes, code] } };
}

/** Puts one code into another. The first stays as an alias, with its own aliases, so that trends go on. */
export function mergeCodes(codebook: Codebook, from: string, into: string): CodebookChange {
  if (from === into) return refuse({ kind: 'same-code' });
  const leaving = codebook.codes.find((code) => code.id === from);
  if (leaving === undefined) return refuse({ kind: 'unknown-code', code: from });
  if (!codebook.codes.some((code) => code.id === into)) return refuse({ kind: 'unknown-code', code: into });
  const codes = codebook.codes
    .filter((code) => code.id !== from)
    .map((code) =>
      code.id === into
        ? { ...code, version: code.version + 1, aliases: [...code.aliases, from, ...leaving.aliases] }
        : { ...code, splitInto: code.splitInto.map((part) => (part === from ? into : part)) },
    );
  return { ok: true, codebook: { ...codebook, codes } };
}

/** Splits a code into two or more new ones. What was coded with it keeps it; from now on only the parts are given. */
export function splitCode(
  codebook: Codebook,
  id: string,
  parts: readonly ({ readonly id: string } & CodeWords)[],
): CodebookChange {
  if (parts.length < 2) return refuse({ kind: 'too-few-parts' });
  if (!codebook.codes.some((code) => code.id === id)) return refuse({ kind: 'unknown-code', code: id });
  let next: Codebook = {
    ...codebook,
    codes: codebook.codes.map((code) =>
      code.id === id ? { ...code, version: code.version + 1, splitInto: parts.map((part) => part.id) } : code,
    ),
  };
  for (const { id: part, ...words } of parts) {
    const added = addCode(next, part, words);
    if (!added.ok) return added;
    next = added.codebook;
  }
  return { ok: true, codebook: next };
}

/** Takes a code out of use; what was coded with it stays. */
export function retireCode(codebook: Codebook, id: string): CodebookChange {
  if (!codebook.codes.some((code) => code.id === id)) return refuse({ kind: 'unknown-code', code: id });
  const codes = codebook.codes.map((code) => (code.id === id ? { ...code, isRetired: true, version: code.version + 1 } : code));
  return { ok: true, codebook: { ...codebook, codes } };
}
