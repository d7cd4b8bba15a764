import { describe, expect, it } from 'vitest';
import { palettePages } from './palette-pages.ts';

const WORKER = ['me:read', 'own-supervision:read', 'audits:mine'];
const labels = (permissions: readonly string[], text: string): string[] =>
  palettePages(permissions, text).map(({ label }) => label);

describe('palettePages', () => {
  it('offers the entries of the bar before anything is typed', () => {
    expect(labels(WORKER, ' ')).toEqual(['Home', 'My supervision']);
  });

  it('finds deeper pages by a part of their name, as far as the person may use them', () => {
    expect(labels(WORKER, 'AUDIT')).toEqual(['My audits', 'Actions after audits']);
    expect(labels([...WORKER, 'audits:read', 'audits:plan'], 'audit')).toEqual([
      'Audits',
      'My audits',
      'What audits found',
      'Actions after audits',
      'Audit tools',
      'Plan an audit',
    ]);
    expect(labels([...WORKER, 'audits:read'], 'sign off')).toEqual(['Sign off supervision figures']);
    expect(labels(WORKER, 'sign off')).toEqual([]);
    expect(labels([...WORKER, 'service:read'], 'what else')).toEqual(['What else happened']);
    expect(labels(WORKER, 'what else')).toEqual([]);
    expect(labels([...WORKER, 'impact:read'], 'imp')).toEqual(['Impact']);
    expect(labels(WORKER, 'impact')).toEqual([]);
  });
});
