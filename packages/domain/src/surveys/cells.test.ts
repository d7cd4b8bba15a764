import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellsOf } from './cells.ts';
import { ROLE_FAMILY_NAMES, type RoleFamily } from './role-families.ts';
import type { Invited } from './round.ts';

/** Some people of one service and role family. */
function people(service: string, roleFamily: RoleFamily, count: number): Invited[] {
  return Array.from({ length: count }, (_, at) => ({ person: `${service}-${roleFamily}-${at}`, service, roleFamily, team: 'T' }));
}

const anyStaff = fc
  .array(
    fc.record({
      service: fc.constantFrom('Assessment', 'Fostering', 'Front door', 'Leaving care', 'Residential'),
      roleFamily: fc.constantFrom(...ROLE_FAMILY_NAMES),
    }),
    { minLength: 0, maxLength: 160 },
  )
  .map((staff): Invited[] => staff.map((one, at) => ({ ...one, person: `S${at}`, team: 'T' })));

describe('any council', () => {
  it('puts everybody in exactly one group, none under ten', () => {
    fc.assert(
      fc.property(anyStaff, (staff) => {
        const cells = cellsOf(staff);
        if (staff.length < 10) return cells === null;
        if (cells === null) return false;
        const counted = new Map<string, number>();
        for (const { person } of staff) {
          const cell = cells.cellOf.get(person) ?? 'none';
          counted.set(cell, (counted.get(cell) ?? 0) + 1);
        }
        expect([...counted].toSorted()).toEqual(cells.cells.map(({ id, headCount }) => [id, headCount]).toSorted());
        for (const { headCount } of cells.cells) expect(headCount).toBeGreaterThanOrEqual(10);
        return true;
      }),
      { numRuns: 400 },
    );
  });

  it('gives the same groups in whichever order its people come', () => {
    fc.assert(
      fc.property(anyStaff, fc.infiniteStream(fc.nat()), (staff, keys) => {
        const shuffled = staff
          .map((one) => ({ one, key: keys.next().value ?? 0 }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ one }) => one);
        const before = cellsOf(staff);
        const after = cellsOf(shuffled);
        expect(after?.cells).toEqual(before?.cells);
        expect(after?.merged).toEqual(before?.merged);
        expect([...(after?.cellOf ?? [])].toSorted()).toEqual([...(before?.cellOf ?? [])].toSorted());
      }),
    );
  });

  it('names services and role families of a group exactly as its people have them', () => {
    fc.assert(
      fc.property(anyStaff, (staff) => {
        const cells = cellsOf(staff);
        for (const cell of cells?.cells ?? []) {
          const inIt = staff.filter(({ person }) => cells?.cellOf.get(person) === cell.id);
          expect(new Set(cell.services)).toEqual(new Set(inIt.map(({ service }) => service)));
          expect(new Set(cell.roleFamilies)).toEqual(new Set(inIt.map(({ roleFamily }) => roleFamily)));
        }
      }),
    );
  });
});

it('refuses a round of nine', () => {
  expect(cellsOf(people('Assessment', 'social-worker', 9))).toBeNull();
  expect(cellsOf(people('Assessment', 'social-worker', 10))?.cells).toHaveLength(1);
});

it('leaves alone what is large enough', () => {
  const cells = cellsOf([...people('Assessment', 'social-worker', 12), ...people('Assessment', 'manager', 10)]);
  expect(cells?.cells.map(({ id, label, headCount }) => [id, label, headCount])).toEqual([
    ['c1', 'Assessment: managers', 10],
    ['c2', 'Assessment: social workers', 12],
  ]);
  expect(cells?.merged).toEqual([]);
});

it('joins the nearest kind of work first and managers last', () => {
  const cells = cellsOf([
    ...people('Assessment', 'social-worker', 20),
    ...people('Assessment', 'other-case-holding', 6),
    ...people('Assessment', 'not-case-holding', 5),
    ...people('Assessment', 'manager', 10),
  ]);
  expect(cells?.cells.map(({ label, headCount }) => [label, headCount])).toEqual([
    ['Assessment: managers', 10],
    ['Assessment: others who hold cases and staff who hold no cases', 11],
    ['Assessment: social workers', 20],
  ]);
  expect(cells?.merged).toEqual([
    {
      cell: 'c2',
      parts: [
        { service: 'Assessment', roleFamily: 'other-case-holding', headCount: 6 },
        { service: 'Assessment', roleFamily: 'not-case-holding', headCount: 5 },
      ],
    },
  ]);
});

it('joins a service that is too small as a whole to the smallest other', () => {
  const cells = cellsOf([
    ...people('Assessment', 'social-worker', 30),
    ...people('Fostering', 'social-worker', 12),
    ...people('Leaving care', 'other-case-holding', 4),
  ]);
  expect(cells?.cells.map(({ label, headCount }) => [label, headCount])).toEqual([
    ['Assessment: social workers', 30],
    ['Fostering and Leaving care: social workers and others who hold cases', 16],
  ]);
});

it('calls a group with every kind of work everybody', () => {
  const cells = cellsOf([
    ...people('Leaving care', 'social-worker', 4),
    ...people('Leaving care', 'other-case-holding', 4),
    ...people('Leaving care', 'not-case-holding', 2),
    ...people('Leaving care', 'manager', 1),
  ]);
  expect(cells?.cells.map(({ label }) => label)).toEqual(['Leaving care: everybody']);
});
