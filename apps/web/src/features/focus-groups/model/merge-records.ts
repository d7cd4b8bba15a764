import { nextId, type FocusGroupRecord, type QuestionNote, type Supplementary } from '@plumbline/domain/focus-groups';

/** A place in a record where somebody typed, with both versions as words. */
export interface TypedPlace {
  readonly place: string;
  readonly mine: string;
  readonly theirs: string;
}

type Field = keyof FocusGroupRecord;
const HEAD: readonly (readonly [Field, string])[] = [
  ['title', 'Title'],
  ['heldOn', 'Held on'],
  ['facilitator', 'Facilitator'],
  ['noteTaker', 'Note-taker'],
  ['audience', 'Whom it was for'],
  ['site', 'Place'],
  ['groupsMissing', 'Who was missing, as they said'],
  ['unplaced', 'Not placed'],
  ['retainedUntil', 'Kept until'],
  ['invited', 'Invited'],
  ['present', 'Present'],
  ['policyVersion', 'Version of the policy'],
];

const NOTE: readonly (readonly [keyof QuestionNote, string])[] = [
  ['asked', 'question'],
  ['construct', 'what it is about'],
  ['summary', 'notes'],
  ['band', 'for how many'],
  ['dissent', 'who saw it otherwise'],
];

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function words(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Puts what I changed since `base` onto their version: field by field, so that what both wrote elsewhere stays. */
export function mergeRecords(base: FocusGroupRecord, mine: FocusGroupRecord, theirs: FocusGroupRecord): FocusGroupRecord {
  const merged: Record<string, unknown> = { ...theirs };
  for (const [field] of HEAD) if (!same(base[field], mine[field])) merged[field] = mine[field];
  const questions = theirs.questions.map((their) => {
    const my = mine.questions.find(({ id }) => id === their.id);
    const begun = base.questions.find(({ id }) => id === their.id);
    return my === undefined || begun === undefined ? their : mergeNote(begun, my, their);
  });
  for (const my of mine.questions) {
    if (!questions.some(({ id }) => id === my.id)) questions.push(my);
    // One that both added under the same id is two.
    else if (!base.questions.some(({ id }) => id === my.id)) questions.push({ ...my, id: nextId('q', questions) });
  }
  return { ...(merged as unknown as FocusGroupRecord), questions };
}

function mergeNote(base: QuestionNote, mine: QuestionNote, theirs: QuestionNote): QuestionNote {
  const merged: Record<string, unknown> = { ...theirs };
  for (const [field] of NOTE) if (!same(base[field], mine[field])) merged[field] = mine[field];
  const supplementary = same(base.supplementary, mine.supplementary)
    ? theirs.supplementary
    : mergeSupplementary(base.supplementary, mine.supplementary, theirs.supplementary);
  return { ...(merged as unknown as QuestionNote), supplementary };
}

function mergeSupplementary(
  base: readonly Supplementary[],
  mine: readonly Supplementary[],
  theirs: readonly Supplementary[],
): Supplementary[] {
  const of = (list: readonly Supplementary[], id: string) => list.find((one) => one.id === id);
  // One that both added under the same number is two.
  const clashes = new Set(
    mine.filter(({ id }) => of(base, id) === undefined && of(theirs, id) !== undefined).map(({ id }) => id),
  );
  const kept = theirs.flatMap((their) => {
    const my = of(mine, their.id);
    const begun = of(base, their.id);
    if (clashes.has(their.id) || begun === undefined) return [their];
    return my === undefined ? [] : [same(begun, my) ? their : my];
  });
  const added = mine
    .filter(({ id }) => of(base, id) === undefined)
    .map((one, place) => (clashes.has(one.id) ? { ...one, id: `s${100 + theirs.length + place}` } : one));
  return [...kept, ...added];
}

/** Where I typed since `base`, beside what was saved there meanwhile. */
export function typedPlaces(base: FocusGroupRecord, mine: FocusGroupRecord, theirs: FocusGroupRecord): TypedPlace[] {
  const places: TypedPlace[] = [];
  for (const [field, name] of HEAD)
    if (!same(base[field], mine[field])) places.push({ place: name, mine: words(mine[field]), theirs: words(theirs[field]) });
  for (const [index, my] of mine.questions.entries()) {
    const begun = base.questions.find(({ id }) => id === my.id);
    const their = theirs.questions.find(({ id }) => id === my.id);
    for (const [field, name] of [...NOTE, ['supplementary', 'supplementary questions'] as const])
      if (!same(begun?.[field], my[field]))
        places.push({ place: `Question ${index + 1}: ${name}`, mine: words(my[field]), theirs: words(their?.[field]) });
  }
  return places;
}
