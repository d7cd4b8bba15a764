import { blankPack } from '@plumbline/domain/policy/authoring';
import { expect, it } from 'vitest';
import { makeChangesDesk } from './changes-desk.ts';
import type { ChangesAsked, WorkedOutChanges } from './work-out-changes.ts';

/** The desk hands answers on as they are and looks at nothing in them. */
const answer = {} as WorkedOutChanges;
const asked = { councilId: 'c', pack: blankPack('p', 'C', '2026-06-01'), from: '2026-06-01', on: '2026-06-01' };

function deskThatCounts() {
  const begun: string[] = [];
  const desk = makeChangesDesk<ChangesAsked, WorkedOutChanges>({
    workOut: async ({ councilId }) => {
      begun.push(councilId);
      return answer;
    },
    now: () => 0,
    onFailure: (error) => {
      throw error;
    },
  });
  return { desk, begun };
}

it('works out once what is asked for again while it is being worked out', async () => {
  const { desk, begun } = deskThatCounts();
  for (let i = 0; i < 20; i += 1) {
    desk.forget('k');
    expect(desk.ask('k', asked)).toMatchObject({ state: 'working' });
  }
  await desk.idle();
  expect([begun, desk.known('k')?.state]).toEqual([['c'], 'done']);
});

it('works out anew what is asked for again afterwards', async () => {
  const { desk, begun } = deskThatCounts();
  desk.ask('k', asked);
  await desk.idle();
  desk.forget('k');
  desk.ask('k', asked);
  await desk.idle();
  expect(begun).toEqual(['c', 'c']);
});
