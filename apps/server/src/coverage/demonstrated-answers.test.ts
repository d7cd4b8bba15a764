import { toDay } from '@plumbline/domain/calendar';
import { FACT_KINDS, noFacts, type FactKindName, type FactOf } from '@plumbline/domain/facts';
import { compilePolicy, indexFacts, type FactIndex } from '@plumbline/domain/rules';
import { loadPack } from '@plumbline/policies';
import { expect, test } from 'vitest';
import { demonstratedAnswers, type Demonstrated } from './demonstrated-answers.ts';

const PACK = loadPack('bcp');
const POLICY = compilePolicy(PACK);

function row<Name extends FactKindName>(kind: Name, given: Partial<FactOf<Name>>): FactOf<Name> {
  const empty = Object.fromEntries(Object.keys(FACT_KINDS[kind].columns).map((column) => [column, null]));
  return { ...empty, ...given } as FactOf<Name>;
}

function answersOf(id: string, index: FactIndex): Demonstrated {
  const rule = PACK.rules.find((one) => one.id === id);
  if (rule === undefined) throw new RangeError(`${id} is a rule of the pack.`);
  return demonstratedAnswers(POLICY, rule, index, toDay('2026-06-30'));
}

const PEOPLE = ['A', 'M', 'B'].map((person) => row('person', { person, employedFrom: '2020-01-06' }));
const PAIR = row('supervision-pair', { supervisee: 'A', supervisor: 'M', capacity: 'designated', from: '2020-01-06' });

test('a refusal for want of a purpose is asked without one: who has no part in it is refused, and the person is let', () => {
  const index = indexFacts({ ...noFacts(), person: PEOPLE, 'supervision-pair': [PAIR] });
  expect(answersOf('BCP-conf-3', index)).toEqual({ meets: 'B with the records of A', fails: 'A with the records of A' });
});

test('an entry for a whole family is kept where a brother or sister has it too, after an unplanned talk and of one family', () => {
  const asked = (kind: 'impromptu' | 'one-to-one', family: string) =>
    answersOf(
      'BCP-imp-5',
      indexFacts({
        ...noFacts(),
        person: PEOPLE,
        child: [
          row('child', { child: 'C1', family: 'F1', openedOn: '2026-02-02' }),
          row('child', { child: 'C2', family, openedOn: '2026-02-02' }),
        ],
        session: [
          row('session', {
            session: 'S1',
            supervisee: 'A',
            supervisor: 'M',
            kind,
            status: 'held',
            plannedStartAt: '2026-03-02T10:00Z',
          }),
        ],
        discussion: ['C1', 'C2'].map((child) =>
          row('discussion', { child, session: 'S1', discussedOn: '2026-03-02', concernsFamily: child === 'C1' }),
        ),
      }),
    );
  expect(asked('impromptu', 'F1')).toEqual({ meets: 'discussion C1, 2026-03-02, S1', fails: null });
  expect(asked('impromptu', 'F2').meets).toBeNull();
  expect(asked('one-to-one', 'F1').meets).toBeNull();
});
