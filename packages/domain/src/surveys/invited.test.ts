import { expect, it } from 'vitest';
import { kindOf, type FactOf } from '../facts/index.ts';
import { invitedOn } from './invited.ts';

const ON = '2026-06-15';

function row<Kind extends 'person' | 'post' | 'team'>(kind: Kind, values: Partial<FactOf<Kind>>): FactOf<Kind> {
  const empty = Object.fromEntries(Object.keys(kindOf(kind).columns).map((column) => [column, null]));
  return { ...empty, ...values } as FactOf<Kind>;
}

const team = [
  row('team', { team: 'A1', name: 'Assessment 1', service: 'Assessment' }),
  row('team', { team: 'F1', name: 'Fostering', service: 'Fostering' }),
];
const employed = { name: 'X', employedFrom: '2024-01-01' };

it('invites whoever is employed and in post on the day, by service, role family and team', () => {
  const found = invitedOn(
    {
      team,
      person: [
        row('person', { person: 'S2', ...employed }),
        row('person', { person: 'S1', ...employed, employedTo: ON }),
        row('person', { person: 'S3', ...employed, employedTo: '2026-06-14' }),
        row('person', { person: 'S4', ...employed, employedFrom: '2026-06-16' }),
        row('person', { person: 'S5', ...employed, isExternal: true }),
        row('person', { person: 'S6', ...employed }),
        row('person', { person: 'S7', ...employed }),
      ],
      post: [
        row('post', { person: 'S1', post: 'P1', from: '2024-01-01', role: 'team-manager', team: 'A1' }),
        row('post', { person: 'S2', post: 'P2', from: '2024-01-01', role: 'family-support-worker', team: 'F1' }),
        row('post', { person: 'S3', post: 'P3', from: '2024-01-01', role: 'social-worker', team: 'A1' }),
        row('post', { person: 'S4', post: 'P4', from: '2024-01-01', role: 'social-worker', team: 'A1' }),
        row('post', { person: 'S5', post: 'P5', from: '2024-01-01', role: 'social-worker', team: 'A1' }),
        row('post', { person: 'S6', post: 'P6', from: '2024-01-01', to: '2026-06-14', role: 'social-worker', team: 'A1' }),
        row('post', { person: 'S7', post: 'P7', from: '2024-01-01', role: 'social-worker', team: 'GONE' }),
      ],
    },
    ON,
  );
  expect(found.invited).toEqual([
    { person: 'S1', service: 'Assessment', roleFamily: 'manager', team: 'A1' },
    { person: 'S2', service: 'Fostering', roleFamily: 'other-case-holding', team: 'F1' },
  ]);
  expect(found.withoutPost).toEqual(['S6', 'S7']);
});

it('takes of several posts the one with the larger share of the week, then the longer held', () => {
  const person = [row('person', { person: 'S1', ...employed })];
  const half = { person: 'S1', from: '2024-01-01', role: 'social-worker', team: 'A1', fullTimeEquivalent: 0.4 } as const;
  const more = { person: 'S1', from: '2025-01-01', role: 'administrator', team: 'F1', fullTimeEquivalent: 0.6 } as const;
  const post = [row('post', { ...half, post: 'P1' }), row('post', { ...more, post: 'P2' })];
  const of = (posts: typeof post) => invitedOn({ team, person, post: posts }, ON).invited.map(({ team: code }) => code);
  expect(of(post)).toEqual(['F1']);
  expect(of(post.toReversed())).toEqual(['F1']);
  expect(of(post.map((one) => ({ ...one, fullTimeEquivalent: 0.5 })))).toEqual(['A1']);
});
