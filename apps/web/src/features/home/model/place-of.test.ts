import type { NeedRow } from '@plumbline/analytics/compliance';
import { describe, expect, it } from 'vitest';
import { placeOf } from './place-of.ts';

const MANAGER = { roles: ['team-manager'], permissions: ['teams:read'] };
const need = (given: Partial<NeedRow>): NeedRow => ({
  kind: 'overdue',
  duty: null,
  subject: null,
  sessionId: null,
  on: null,
  count: null,
  ...given,
});

describe('where something is done', () => {
  it('is the page of the one thing, or the list where there are several', () => {
    expect(placeOf('see-round', need({ targetId: 'r1' }), MANAGER)).toEqual({
      to: '/surveys/rounds/$roundId',
      params: { roundId: 'r1' },
    });
    expect(placeOf('see-round', need({ targetId: null }), MANAGER)).toEqual({ to: '/surveys' });
    expect(placeOf('see-pack', need({}), MANAGER)).toEqual({ to: '/inspection' });
  });

  it('is the lanes with only what is overdue for many that are, and their own page for a worker', () => {
    const many = need({ folded: 'child', count: 9 });
    expect(placeOf('see-team', many, MANAGER)).toEqual({ to: '/team', search: { show: 'overdue' } });
    expect(placeOf('see-team', many, { roles: ['social-worker'], permissions: [] })).toEqual({ to: '/my-supervision' });
  });

  it('is the service page for whoever looks after all of it', () => {
    for (const role of ['service-manager', 'principal-social-worker', 'director'])
      expect(placeOf('see-team', need({ kind: 'alert' }), { roles: [role], permissions: ['teams:read'] }).to).toBe('/service');
    expect(placeOf('see-team', need({ kind: 'alert' }), MANAGER).to).toBe('/team');
  });
});
