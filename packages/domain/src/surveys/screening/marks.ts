/** What is taken out of a comment before anybody else reads it: places in it, and the words in square brackets that stand there instead. */

/** By kind, what stands in the place of what was taken out. */
export const MARK_WORDS = {
  name: '[name]',
  email: '[e-mail address]',
  phone: '[phone number]',
  nhs: '[NHS number]',
  case: '[case number]',
  date: '[date]',
  postcode: '[postcode]',
  number: '[number]',
  place: '[place or team]',
  other: '[taken out]',
} as const;

export type MarkKind = keyof typeof MARK_WORDS;
export const MARK_KINDS = Object.keys(MARK_WORDS) as MarkKind[];

/** A stretch of a text, in UTF-16 units: from the first to the one after the last. */
export interface Mark {
  readonly from: number;
  readonly to: number;
  readonly kind: MarkKind;
}

/** Whether marks lie within the text, in order, without overlapping, and split no sign in two. */
export function areMarksSound(text: string, marks: readonly Mark[]): boolean {
  let end = 0;
  for (const { from, to } of marks) {
    if (from < end || to <= from || to > text.length) return false;
    if (isWithinSign(text, from) || isWithinSign(text, to)) return false;
    end = to;
  }
  return true;
}

function isWithinSign(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  return before >= 0xd8_00 && before < 0xdc_00 && after >= 0xdc_00 && after < 0xe0_00;
}

/** The text with brackets in the place of what is marked. Nothing else of it is changed. */
export function redacted(text: string, marks: readonly Mark[]): string {
  let result = '';
  let end = 0;
  for (const { from, to, kind } of marks) {
    result += text.slice(end, from) + MARK_WORDS[kind];
    end = to;
  }
  return result + text.slice(end);
}

/** Marks in order, those that touch or overlap put together under the kind of the first. */
export function mergedMarks(marks: readonly Mark[]): Mark[] {
  const merged: Mark[] = [];
  for (const mark of marks.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    const last = merged.at(-1);
    if (last !== undefined && mark.from < last.to) merged[merged.length - 1] = { ...last, to: Math.max(last.to, mark.to) };
    else merged.push({ from: mark.from, to: mark.to, kind: mark.kind });
  }
  return merged;
}
