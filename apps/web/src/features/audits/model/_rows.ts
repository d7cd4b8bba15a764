import type { AuditorRow, FileRow } from './outputs.ts';

/** A file for tests: one that waits for its auditor. */
export function fileOf(part: Partial<FileRow>): FileRow {
  return {
    id: 'f',
    version: 1,
    kind: 'person',
    subjectId: 's',
    label: 'A. Name',
    worker: null,
    team: 'North',
    place: 1,
    state: 'waiting',
    auditor: null,
    auditorMayNot: null,
    putAsideBecause: null,
    grade: null,
    completedOn: null,
    second: null,
    opens: false,
    ...part,
  };
}

/** Somebody who could be named, for tests. */
export function auditorOf(part: Partial<AuditorRow>): AuditorRow {
  return { id: 'p', name: 'P. Person', roles: ['Team manager'], team: 'North', has: 0, mayNot: {}, ...part };
}
