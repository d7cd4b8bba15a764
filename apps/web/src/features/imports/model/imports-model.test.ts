import { FACT_KIND_NAMES } from '@plumbline/domain/facts';
import { describe, expect, test } from 'vitest';
import { codeLines, codeOptions } from './code-lines.ts';
import { fileProblem, sizeInWords } from './chosen-file.ts';
import { columnHelp, doubledColumns, importKinds, missingColumns } from './import-kinds.ts';
import { changesInWords, hasChanges, isOpen, stepOf } from './import-steps.ts';
import { previewLine } from './preview-words.ts';
import { matchingProblems, problemsAsCsv, withoutPlace } from './problem-csv.ts';

const NOTHING = { added: 0, changed: 0, ended: 0, unchanged: 0, heldByHand: 0 };

describe('kinds of file', () => {
  test('come in the order of the registry: teams and people before what refers to them', () => {
    expect(importKinds().map((kind) => kind.name)).toEqual(FACT_KIND_NAMES);
    expect(importKinds()[0]?.title).toBe('Teams');
  });

  test('every column is explained', () => {
    for (const kind of FACT_KIND_NAMES) for (const column of columnHelp(kind)) expect(column.format.length).toBeGreaterThan(3);
  });

  test('missing and doubled columns are named by their labels', () => {
    expect(missingColumns('absence', { 'Staff id': 'person', Start: null })).toEqual(['From']);
    expect(doubledColumns('absence', { A: 'from', B: 'from', C: 'person' })).toEqual(['From']);
  });
});

describe('steps', () => {
  test('codes come after columns, and a finished import has no step back', () => {
    expect(stepOf({ state: 'needs-mapping', unmapped: [] })).toBe('columns');
    expect(stepOf({ state: 'needs-mapping', unmapped: [{ column: 'status', theirs: 'CPP', count: 3 }] })).toBe('codes');
    expect(stepOf({ state: 'has-problems', unmapped: [] })).toBe('check');
    expect(stepOf({ state: 'failed', unmapped: [] })).toBe('done');
    expect([isOpen('ready'), isOpen('applied')]).toEqual([true, false]);
  });

  test('the dry run is one sentence', () => {
    expect(changesInWords({ ...NOTHING, added: 1200, heldByHand: 2, unchanged: 9 }, false)).toBe(
      'Applying this file would record: 1,200 added. 2 entries stay as corrected by hand.',
    );
    expect(changesInWords({ ...NOTHING, unchanged: 9 }, false)).toContain('Nothing would change');
    expect(changesInWords(NOTHING, true)).toContain('Nothing changed');
    expect([hasChanges(NOTHING), hasChanges({ ...NOTHING, ended: 1 })]).toEqual([false, true]);
  });
});

describe('a file before it is sent', () => {
  test('is refused in words when it is not one we read', () => {
    expect(fileProblem({ name: 'staff.xls', size: 10 })).toContain('old Excel file');
    expect(fileProblem({ name: 'staff.pdf', size: 10 })).toContain('neither CSV nor Excel');
    expect(fileProblem({ name: 'staff.csv', size: 0 })).toContain('empty');
    expect(fileProblem({ name: 'Staff.CSV', size: 10 })).toBeNull();
    expect([sizeInWords(2_500_000), sizeInWords(10)]).toEqual(['2.4 MB', '1 kB']);
  });
});

describe('problems', () => {
  const rows = [
    { line: 4, column: 'Start', value: '31/02/2026', kind: 'no-such-day', says: 'There is no 31 February.', isBlocking: true },
    { line: 9, column: 'Name', value: '=cmd()', kind: 'formula', says: 'A formula, "not" a value.', isBlocking: true },
  ];

  test('a copied file runs nothing in a spreadsheet', () => {
    expect(problemsAsCsv(rows).split('\r\n')).toEqual([
      'Row,Column,Value,Problem',
      '4,Start,31/02/2026,There is no 31 February.',
      `9,Name,'=cmd(),"A formula, ""not"" a value."`,
    ]);
  });

  test('a sentence beside its row and column does not say them again', () => {
    expect(withoutPlace('Row 4, column “Start”: There is no 31 February.')).toBe('There is no 31 February.');
    expect(withoutPlace('The file: It is empty.')).toBe('It is empty.');
    expect(withoutPlace('Row by row it is fine.')).toBe('Row by row it is fine.');
  });

  test('can be narrowed by column and text', () => {
    expect(matchingProblems(rows, { text: 'feb', column: null })).toHaveLength(1);
    expect(matchingProblems(rows, { text: '', column: 'Name' })).toHaveLength(1);
    expect(matchingProblems(rows, { text: 'feb', column: 'Name' })).toHaveLength(0);
  });
});

describe('the dry run row by row', () => {
  test('a changed row says which fact and what differs', () => {
    const line = previewLine('absence', {
      change: 'changed',
      line: 7,
      before: { person: 'S1', from: '2026-05-11', to: null },
      after: { person: 'S1', from: '2026-05-11', to: '2026-05-14' },
    });
    expect(line).toEqual({
      change: 'changed',
      line: 7,
      what: 'S1 · 11 May 2026',
      differences: [{ label: 'To', before: 'not given', after: '14 May 2026' }],
    });
  });

  test('an added row has no before', () => {
    const line = previewLine('absence', {
      change: 'added',
      line: 2,
      before: null,
      after: { person: 'S1', from: '2026-05-11', to: '2026-05-14', isHalfDay: false },
    });
    expect(line.differences).toEqual([
      { label: 'To', before: null, after: '14 May 2026' },
      { label: 'Half days', before: null, after: 'No' },
    ]);
  });
});

describe('codes to match', () => {
  test('what this file leaves open comes first, the most frequent first, then what is matched', () => {
    const view = {
      kind: 'child-status' as const,
      unmapped: [
        { column: 'status', theirs: 'S20', count: 3 },
        { column: 'status', theirs: 'CPP', count: 9 },
      ],
    };
    const known = [
      { kind: 'child-status' as const, column: 'status', theirs: 'CIN', ours: 'child-in-need', timesSeen: 40 },
      { kind: 'child-status' as const, column: 'status', theirs: 'CPP', ours: null, timesSeen: 9 },
      { kind: 'placement' as const, column: 'kind', theirs: 'FC', ours: 'foster', timesSeen: 2 },
    ];
    expect(codeLines(view, known).map((line) => [line.theirs, line.count, line.ours])).toEqual([
      ['CPP', 9, null],
      ['S20', 3, null],
      ['CIN', 40, 'child-in-need'],
    ]);
  });

  test('a status that is none of ours can be kept as not mapped', () => {
    expect(codeOptions('child-status', 'status').at(-1)).toEqual({
      value: 'unmapped',
      label: 'None of these: keep as “not mapped”',
    });
    expect(codeOptions('placement', 'nonsense')).toEqual([]);
  });
});
