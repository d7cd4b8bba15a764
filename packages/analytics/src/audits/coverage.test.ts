import { expect, it } from 'vitest';
import { anAudit } from './_rows.ts';
import { auditCoverage } from './coverage.ts';

const PERIOD = { from: '2026-04-01', to: '2026-06-30' };
const TEAMS = [
  { team: 'T1', name: 'North', headCount: 8 },
  { team: 'T2', name: 'South', headCount: 5 },
  { team: 'T3', name: 'East', headCount: 0 },
  { team: 'T4', name: 'West', headCount: 1 },
];

const ROWS = [
  anAudit({ person: 'P1', completedOn: '2026-04-01' }),
  anAudit({ person: 'P1', kind: 'observation', basis: 'own-line', completedOn: '2026-06-30' }),
  anAudit({ person: 'P2', kind: 'observation', basis: 'own-line', completedOn: '2026-05-02' }),
  anAudit({ person: null, kind: 'case-supervision', completedOn: '2026-05-20' }),
  anAudit({ person: 'P3', completedOn: '2026-07-01' }),
  anAudit({ person: 'P4', team: 'T2', completedOn: '2026-03-31' }),
  anAudit({ person: 'P5', team: 'T2', completedOn: '2026-02-01' }),
  anAudit({ person: 'P6', team: 'T4' }),
  anAudit({ person: 'P7', team: 'T4' }),
  anAudit({ person: 'P8', team: 'gone' }),
];

it('counts people once for a team and once by kind, and names teams where nobody was looked at', () => {
  const [north, south, east, west] = auditCoverage(ROWS, TEAMS, PERIOD);
  expect(north).toEqual({
    team: 'T1',
    name: 'North',
    headCount: 8,
    completed: 4,
    persons: 2,
    byKind: [
      { kind: 'supervision-file', persons: 1, completed: 1 },
      { kind: 'case-supervision', persons: 0, completed: 1 },
      { kind: 'observation', persons: 2, completed: 2 },
    ],
    share: 0.25,
    lastOn: '2026-06-30',
    isNotYetLookedAt: false,
  });
  expect(south).toMatchObject({ completed: 0, persons: 0, share: 0, lastOn: '2026-03-31', isNotYetLookedAt: true });
  expect(east).toMatchObject({ persons: 0, share: null, lastOn: null, isNotYetLookedAt: true });
  expect(west).toMatchObject({ persons: 2, share: 1 });
});
