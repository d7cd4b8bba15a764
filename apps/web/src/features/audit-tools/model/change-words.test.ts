import { toolChanges } from '@plumbline/domain/audits';
import { expect, it } from 'vitest';
import { question, tool } from './_tool.ts';
import { changeGroups } from './change-words.ts';
import { withChanged, withMoved, withoutQuestion, withQuestion } from './edit-tool.ts';

it('tells what changed since the version published last, group by group', () => {
  let after = withQuestion(withoutQuestion(tool(), 'b'), question('x', 'log', { asks: 'Is it new?' }), null);
  after = withChanged(after, 'a', (one) => ({ ...one, asks: 'Is it otherwise?', isLimiting: true }));
  after = withChanged(after, 'e', (one) => ({ ...one, answeredBy: 'yes-no' }));
  after = { ...after, overall: { ...after.overall, 3: 'Sound enough.' } };
  const groups = changeGroups(toolChanges(tool(), after), after);
  expect(groups.map(({ title, changes }) => [title, ...changes.map(({ what }) => what)])).toEqual([
    ['Added', 'Is it new?'],
    ['Taken out', 'Is b there?'],
    ['Reworded', 'Question 1'],
    [
      'Answered otherwise',
      'Question 1, “Is it otherwise?”: now limits the overall grade.',
      'Question 5, “Is e there?”: now answered with yes or no.',
    ],
    ['What grades look like', '“Good”, overall'],
  ]);
  expect(groups[2]?.changes[0]).toMatchObject({ before: 'Is a there?', after: 'Is it otherwise?' });
  expect(groups[4]?.changes[0]).toMatchObject({ before: 'Sound.', after: 'Sound enough.' });
});

it('has nothing to tell of another order', () => {
  const after = withMoved(tool(), 'a', 1);
  expect(changeGroups(toolChanges(tool(), after), after)).toEqual([]);
});
