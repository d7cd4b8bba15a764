import { describe, expect, it } from 'vitest';
import { usualDays, usualReserves, usualTitle } from './plan-defaults.ts';
import { readPlan, type PlanDraft } from './read-plan.ts';

const DRAFT: PlanDraft = {
  tool: 't',
  basis: 'random',
  title: null,
  startsOn: '23 November 2026',
  dueOn: '21/12/26',
  isAllTeams: true,
  teams: [{ code: 'SAFE', name: 'Safeguarding North' }],
  leadId: 'lead',
  leadName: 'Lead',
  responderId: 'responder',
  responderName: 'Responder',
  size: '64',
  reserves: null,
};
const ASKED = { today: '2026-11-22', usualTitle: 'Supervision file, November 2026', isDrawn: true };

function messages(part: Partial<PlanDraft>, asked = ASKED): readonly string[] {
  const read = readPlan({ ...DRAFT, ...part }, asked);
  return 'problems' in read ? read.problems.map(({ entry }) => entry) : [];
}

describe('a plan as it is typed', () => {
  it('is read with its usual title, all teams and a fifth in reserve', () => {
    expect(readPlan(DRAFT, ASKED)).toEqual({
      plan: {
        title: 'Supervision file, November 2026',
        startsOn: '2026-11-23',
        dueOn: '2026-12-21',
        teams: [],
        leadId: 'lead',
        responderId: 'responder',
        size: 64,
        reserves: 13,
      },
    });
  });

  it('keeps what was typed over what is usual', () => {
    const read = readPlan({ ...DRAFT, title: ' Ours ', reserves: '0', isAllTeams: false }, ASKED);
    expect(read).toMatchObject({ plan: { title: 'Ours', reserves: 0, teams: ['SAFE'] } });
  });

  it('draws nothing where files are picked', () => {
    expect(readPlan({ ...DRAFT, size: '' }, { ...ASKED, isDrawn: false })).toMatchObject({ plan: { size: 0, reserves: 0 } });
  });

  it('names everything that is to mend, in the order of the form', () => {
    const empty = {
      tool: '',
      title: '',
      startsOn: '',
      dueOn: 'soon',
      isAllTeams: false,
      teams: [],
      leadId: '',
      responderId: '',
      size: '',
    };
    expect(messages(empty)).toEqual(['tool', 'title', 'startsOn', 'dueOn', 'teams', 'leadId', 'responderId', 'size']);
  });

  it('refuses a last day before the first one, and what is no number', () => {
    expect(messages({ dueOn: '22 November 2026' })).toEqual(['dueOn']);
    expect(messages({ dueOn: '23 November 2026' })).toEqual([]);
    for (const size of ['0', '-3', '2.5', 'many', '2001']) expect(messages({ size, reserves: '1' }), size).toEqual(['size']);
    expect(messages({ reserves: '501' })).toEqual(['reserves']);
  });
});

describe('what is usual', () => {
  it('begins on the next working day and ends on one about four weeks later', () => {
    // Sunday 22 November 2026; Monday 23 November and Monday 21 December are working days.
    expect(usualDays('2026-11-22')).toEqual({ startsOn: '2026-11-23', dueOn: '2026-12-21' });
    // Friday 27 November; 25 December is a bank holiday, Thursday the 24th is not.
    expect(usualDays('2026-11-27')).toEqual({ startsOn: '2026-11-27', dueOn: '2026-12-24' });
  });

  it('holds a fifth in reserve, rounded up', () => {
    expect([0, 1, 5, 6, 64].map(usualReserves)).toEqual([0, 1, 1, 2, 13]);
  });

  it('is titled by tool and month, and by nothing while no tool is chosen', () => {
    expect(usualTitle('Dip sample', '2026-12-01')).toBe('Dip sample, December 2026');
    expect(usualTitle('', '2026-12-01')).toBe('');
  });
});
