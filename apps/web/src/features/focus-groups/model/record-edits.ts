import { nextId, type FocusGroupRecord, type QuestionNote, type Supplementary } from '@plumbline/domain/focus-groups';

/** A record with one question's note changed. */
export function withNote(record: FocusGroupRecord, id: string, change: Partial<QuestionNote>): FocusGroupRecord {
  return { ...record, questions: record.questions.map((note) => (note.id === id ? { ...note, ...change } : note)) };
}

/** A record with a question of the council's own at its end. */
export function withOwnQuestion(record: FocusGroupRecord): FocusGroupRecord {
  const id = nextId('q', record.questions);
  const note: QuestionNote = {
    id,
    construct: null,
    asked: '',
    summary: '',
    band: null,
    dissent: { kind: 'not-recorded' },
    supplementary: [],
  };
  return { ...record, questions: [...record.questions, note] };
}

/** A note with an empty supplementary question at its end. */
export function withSupplementary(record: FocusGroupRecord, id: string): FocusGroupRecord {
  const note = record.questions.find((one) => one.id === id);
  if (note === undefined) return record;
  const added: Supplementary = { id: nextId('s', note.supplementary), question: '', answer: '' };
  return withNote(record, id, { supplementary: [...note.supplementary, added] });
}

export function withSupplementaryWords(
  record: FocusGroupRecord,
  id: string,
  supplementaryId: string,
  change: Partial<Supplementary>,
): FocusGroupRecord {
  const note = record.questions.find((one) => one.id === id);
  if (note === undefined) return record;
  const supplementary = note.supplementary.map((one) => (one.id === supplementaryId ? { ...one, ...change } : one));
  return withNote(record, id, { supplementary });
}

export function withoutSupplementary(record: FocusGroupRecord, id: string, supplementaryId: string): FocusGroupRecord {
  const note = record.questions.find((one) => one.id === id);
  if (note === undefined) return record;
  return withNote(record, id, { supplementary: note.supplementary.filter((one) => one.id !== supplementaryId) });
}

/** Puts a question that is none, such as a point of a list, under the one before it, with every word. The first stays. */
export function withMergedUp(record: FocusGroupRecord, id: string): FocusGroupRecord {
  const at = record.questions.findIndex((note) => note.id === id);
  const [before, merged] = [record.questions[at - 1], record.questions[at]];
  if (before === undefined || merged === undefined) return record;
  const supplementary = [...before.supplementary];
  for (const { question, answer } of merged.supplementary)
    supplementary.push({ id: nextId('s', supplementary), question, answer });
  const summary = [before.summary, merged.asked, merged.summary].filter((words) => words !== '').join('\n');
  return {
    ...record,
    questions: record.questions.flatMap((note) =>
      note.id === id ? [] : [note.id === before.id ? { ...note, summary, supplementary } : note],
    ),
  };
}

/** The question after or before one; the same at either end. */
export function neighbour(record: FocusGroupRecord, id: string, step: 1 | -1): string {
  const at = record.questions.findIndex((note) => note.id === id);
  return record.questions[at + step]?.id ?? id;
}
