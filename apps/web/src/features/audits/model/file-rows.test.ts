import { describe, expect, it } from 'vitest';
import { fileOf } from './_rows.ts';
import { choicesOf, whyClosed, nextSort, shownFiles, sortOf } from './file-rows.ts';

const SAM = { id: 'sam', name: 'Sam' };
const FILES = [
  fileOf({ id: '1', label: 'C20', team: 'South', place: 1, auditor: SAM, state: 'begun' }),
  fileOf({ id: '2', label: 'C3', team: 'North', place: 2 }),
  fileOf({ id: '3', label: 'C100', team: 'North', place: 1, auditor: { id: 'ali', name: 'Ali' }, state: 'completed' }),
  fileOf({ id: '4', label: 'C4', team: 'North', place: 3, state: 'reserve' }),
  fileOf({ id: '5', label: 'C5', team: 'South', place: 2, state: 'put-aside', putAsideBecause: 'away' }),
];
const ids = (asked: Parameters<typeof shownFiles>[1]): string =>
  shownFiles(FILES, asked)
    .map(({ id }) => id)
    .join('');

describe('the files that are shown', () => {
  it('are those in the audit, by team and place, unless others are asked for', () => {
    expect(ids({})).toBe('321');
    expect(ids({ show: 'reserve' })).toBe('4');
    expect(ids({ show: 'put-aside' })).toBe('5');
  });

  it('are narrowed to a team and an auditor, or to nobody yet', () => {
    expect(ids({ team: 'North' })).toBe('32');
    expect(ids({ auditor: 'sam' })).toBe('1');
    expect(ids({ auditor: 'nobody' })).toBe('2');
    expect(ids({ team: 'East' })).toBe('');
  });

  it('are sorted by number within a label, by state and by auditor, either way', () => {
    expect(ids({ sort: 'file' })).toBe('213');
    expect(ids({ sort: '-file' })).toBe('312');
    expect(ids({ sort: 'state' })).toBe('213');
    expect(ids({ sort: 'auditor' })).toBe('312');
  });

  it('find the second grades that are waited for', () => {
    const second = { basis: 'random', state: 'waiting', moderator: null } as const;
    const files = [fileOf({ id: 'a', second }), fileOf({ id: 'b', second: { ...second, state: 'agreed' } }), fileOf({ id: 'c' })];
    expect(shownFiles(files, { show: 'second' }).map(({ id }) => id)).toEqual(['a']);
    expect(choicesOf(files).show.at(-1)).toEqual({ value: 'second', label: 'Second grade waited for (1)' });
  });
});

describe('what an address asks for', () => {
  it('knows the columns and forgives the rest', () => {
    expect(sortOf('team')).toEqual({ key: 'team', isDown: false });
    expect(sortOf('-team')).toEqual({ key: 'team', isDown: true });
    expect(sortOf('grade')).toBeNull();
    expect(sortOf(undefined)).toBeNull();
  });

  it('goes up, down and back to the usual order', () => {
    expect(nextSort(undefined, 'team')).toBe('team');
    expect(nextSort('file', 'team')).toBe('team');
    expect(nextSort('team', 'team')).toBe('-team');
    expect(nextSort('-team', 'team')).toBeUndefined();
  });

  it('offers only what there is, with how many', () => {
    const { show, teams, auditors } = choicesOf(FILES);
    expect(show.map(({ label }) => label)).toEqual([
      'All in the audit (3)',
      'In reserve (1)',
      'Not begun (1)',
      'Begun (1)',
      'Completed (1)',
      'Put aside (1)',
    ]);
    expect(teams.map(({ value }) => value)).toEqual(['North', 'South']);
    expect(auditors.map(({ label }) => label)).toEqual(['Nobody yet (1)', 'Ali', 'Sam']);
  });
});

describe('a file that does not open', () => {
  it('says why where it is completed, and nothing before that', () => {
    expect(whyClosed(fileOf({ state: 'begun', opens: false }), 'me')).toBeNull();
    expect(whyClosed(fileOf({ state: 'completed', opens: true }), 'me')).toBeNull();
    expect(whyClosed(fileOf({ state: 'completed', opens: false }), 'me')).toBe('Opens once its second grade is given');
  });

  it('waits for the talk where it is about one’s own practice', () => {
    const mine = fileOf({ kind: 'child', worker: { id: 'me', name: 'Me' }, state: 'completed', opens: false });
    expect(whyClosed(mine, 'me')).toBe('Opens once it is talked over with you');
    expect(whyClosed(fileOf({ subjectId: 'me', state: 'completed', opens: false }), 'me')).toBe(
      'Opens once it is talked over with you',
    );
  });
});
