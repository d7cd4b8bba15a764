import { PERMISSION_NAMES } from '@plumbline/domain/access';
import { describe, expect, it } from 'vitest';
import { navigationFor } from './navigation.ts';

const labels = (permissions: readonly string[]): readonly string[] => navigationFor(permissions).map((entry) => entry.label);

describe('navigationFor', () => {
  it('shows a worker their own days and the policy', () => {
    expect(labels(['me:read', 'own-supervision:read', 'policy:read'])).toEqual(['Home', 'My supervision', 'Practice and policy']);
  });

  it('shows records to whoever may add them, and imports instead to whoever brings files in', () => {
    expect(labels(['me:read', 'teams:read', 'facts:record'])).toEqual(['Home', 'My team', 'Records']);
    expect(labels(['me:read', 'imports:read', 'facts:record'])).toEqual(['Home', 'Imports and records']);
  });

  it('shows surveys to whoever may read what came of them', () => {
    expect(labels(['me:read', 'policy:read', 'surveys:read'])).toEqual(['Home', 'Practice and policy', 'Surveys']);
  });

  it('never has more than eight entries', () => {
    const all = PERMISSION_NAMES;
    expect(labels(all).length).toBeLessThanOrEqual(8);
  });
});
