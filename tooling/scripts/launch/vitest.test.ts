import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './run.mjs';
import { describeFailures, readReport, settle } from './vitest.mjs';

const file = (name: string, passed: number, ...failed: string[]) => ({
  file: name,
  passed,
  failures: failed.map((one) => ({ file: name, name: one, message: 'late' })),
});

describe('what a report of vitest says', () => {
  it('counts by file, and takes a skipped test and a file that could not be read for failures', () => {
    const files = readReport({
      testResults: [
        {
          name: path.join(ROOT, 'a.journey.ts'),
          status: 'failed',
          assertionResults: [
            { status: 'passed', fullName: 'opens' },
            { status: 'failed', fullName: 'signs', failureMessages: ['\u001B[31mexpected 1\u001B[39m\n  at line 3'] },
            { status: 'skipped', fullName: 'prints' },
          ],
        },
        { name: path.join(ROOT, 'b.journey.ts'), status: 'failed', message: 'no such file', assertionResults: [] },
      ],
    });
    expect(files.map(({ passed }) => passed)).toEqual([1, 0]);
    expect(files[0]?.failures).toEqual([
      { file: 'a.journey.ts', name: 'signs', message: 'expected 1\n  at line 3' },
      { file: 'a.journey.ts', name: 'prints', message: 'skipped' },
    ]);
    expect(files[1]?.failures).toEqual([{ file: 'b.journey.ts', name: 'the file itself', message: 'no such file' }]);
  });
});

describe('a second try', () => {
  it('stands in place of the first, and names what passed only then', () => {
    const settled = settle([file('a', 5), file('b', 2, 'signs')], [file('b', 3)]);
    expect(settled.passed).toBe(8);
    expect(settled.failures).toEqual([]);
    expect(settled.late.map(({ name }) => name)).toEqual(['signs']);
  });

  it('leaves failed what fails again, and what fails only then', () => {
    const settled = settle([file('a', 5), file('b', 2, 'signs', 'prints')], [file('b', 1, 'signs', 'opens')]);
    expect(settled.passed).toBe(6);
    expect(settled.failures.map(({ name }) => name)).toEqual(['signs', 'opens']);
    expect(settled.late.map(({ name }) => name)).toEqual(['prints']);
  });

  it('finds the tests of a file that could not even start at first', () => {
    const settled = settle([file('a', 5), file('b', 0, 'the file itself')], [file('b', 3)]);
    expect(settled.passed).toBe(8);
    expect(settled.late).toHaveLength(1);
  });
});

it('describes failures so that each is found by its file and name', () => {
  expect(describeFailures([{ file: 'a.journey.ts', name: 'signs', message: 'expected 1\nat line 3' }])).toBe(
    '✗ a.journey.ts\n  signs\n    expected 1\n    at line 3',
  );
});
