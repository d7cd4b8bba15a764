import { expect, it } from 'vitest';
import { aChild, aDuty } from './_rows.ts';
import { groupDuties } from './duty-groups.ts';

it('puts together what reads the same and keeps apart what does not', () => {
  const summary = (child: string, dueOn: string) => aDuty({ id: child, title: 'Case summary', subject: aChild(child), dueOn });
  const groups = groupDuties([
    summary('C1', '2026-06-12'),
    aDuty({ title: 'Record to share' }),
    summary('C2', '2026-06-12'),
    summary('C3', '2026-06-13'),
  ]);
  expect(groups.map((group) => [group.first.title, group.rows.map((row) => row.id)])).toEqual([
    ['Case summary', ['C1', 'C2']],
    ['Record to share', ['duty-1']],
    ['Case summary', ['C3']],
  ]);
});
