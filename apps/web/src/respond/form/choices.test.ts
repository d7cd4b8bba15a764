import { describe, expect, it } from 'vitest';
import { afterPress, movedUp } from './choices.ts';

const options = ['team', 'forum', 'nowhere'].map((id) => ({ id, text: id, score: null, isAlone: id === 'nowhere' }));

describe('afterPress', () => {
  it('adds in the order of pressing and takes away what is pressed again', () => {
    expect(afterPress(options, ['forum'], 'team')).toEqual(['forum', 'team']);
    expect(afterPress(options, ['forum', 'team'], 'forum')).toEqual(['team']);
  });

  it('lets what stands alone stand alone', () => {
    expect(afterPress(options, ['forum', 'team'], 'nowhere')).toEqual(['nowhere']);
    expect(afterPress(options, ['nowhere'], 'team')).toEqual(['team']);
    expect(afterPress(options, ['nowhere'], 'nowhere')).toEqual([]);
  });
});

describe('movedUp', () => {
  it('moves one place at a time and leaves the first where it is', () => {
    expect(movedUp(['a', 'b', 'c'], 'c')).toEqual(['a', 'c', 'b']);
    expect(movedUp(['a', 'b', 'c'], 'b')).toEqual(['b', 'a', 'c']);
    expect(movedUp(['a', 'b', 'c'], 'a')).toEqual(['a', 'b', 'c']);
    expect(movedUp(['a'], 'x')).toEqual(['a']);
  });
});
