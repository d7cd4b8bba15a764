import { describe, expect, it } from 'vitest';
import { auditorOf, fileOf } from './_rows.ts';
import { cannotBeGiven, movedInWords, whyNotAuditor, whyNotSecond } from './who-may.ts';

const FILE = fileOf({ id: 'f', auditor: { id: 'first', name: 'First' } });

describe('who may be named', () => {
  it('is everybody whom nothing keeps from it', () => {
    expect(whyNotAuditor(auditorOf({ mayNot: { other: 'own-work' } }), FILE)).toBeNull();
    expect(whyNotAuditor(auditorOf({ mayNot: { f: 'own-work' } }), FILE)).toBe('It is their own work.');
    expect(whyNotAuditor(auditorOf({ mayNot: { f: 'own-line' } }), FILE)).toBe('It is in their own line.');
    expect(whyNotAuditor(auditorOf({ mayNot: { f: 'not-own-line' } }), FILE)).toBe('It is not in their own line.');
  });

  it('gives a second grade only where the role does, and never upon one’s own', () => {
    expect(whyNotSecond(auditorOf({}), FILE, 'me')).toBeNull();
    expect(whyNotSecond(auditorOf({ id: 'first' }), FILE, 'me')).toBe('They gave the first grade.');
    expect(whyNotSecond(auditorOf({ roles: ['Social worker'] }), FILE, 'me')).toBe('Their role does not give second grades.');
    expect(whyNotSecond(auditorOf({ roles: ['Social worker', 'Service manager'] }), FILE, 'me')).toBeNull();
    expect(whyNotSecond(auditorOf({ mayNot: { f: 'own-line' } }), FILE, 'me')).toBe('It is in their own line.');
  });
});

describe('a second grade that would not be blind', () => {
  it('is not given by whoever is told the first one', () => {
    const me = auditorOf({ id: 'me' });
    expect(whyNotSecond(me, { ...FILE, grade: 1 }, 'me')).toBe('You have seen the first grade on this page.');
    expect(whyNotSecond(me, { ...FILE, grade: null }, 'me')).toBeNull();
    expect(whyNotSecond(auditorOf({ id: 'other' }), { ...FILE, grade: 1 }, 'me')).toBeNull();
  });
});

describe('files that nobody of some people may audit', () => {
  const files = [
    fileOf({ id: 'a' }),
    fileOf({ id: 'b' }),
    fileOf({ id: 'c', auditor: { id: 'x', name: 'X' } }),
    fileOf({ id: 'd', state: 'reserve' }),
  ];
  const ali = auditorOf({ id: 'ali', name: 'Ali', mayNot: { a: 'own-work', b: 'own-line', c: 'own-line', d: 'own-line' } });
  const sam = auditorOf({ id: 'sam', name: 'Sam', mayNot: { a: 'own-line' } });

  it('are those that every one of them is kept from, and that still want an auditor', () => {
    expect(cannotBeGiven(files, [ali, sam])).toEqual([
      { file: files[0], because: 'Ali: their own work; Sam: in their own line' },
    ]);
    expect(cannotBeGiven(files, [ali]).map(({ file }) => file.id)).toEqual(['a', 'b']);
  });

  it('are none while nobody is chosen', () => {
    expect(cannotBeGiven(files, [])).toEqual([]);
  });
});

it('says of whoever was named before a line moved that somebody else is needed', () => {
  expect(movedInWords('own-line')).toBe('It is in their own line by now: name somebody else');
  expect(movedInWords('own-work')).toBe('It is their own work by now: name somebody else');
});
