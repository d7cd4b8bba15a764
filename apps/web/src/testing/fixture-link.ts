import { TRPCClientError, type TRPCLink } from '@trpc/client';
import { observable } from '@trpc/server/observable';
import type { AppRouter } from '../app/api/trpc.ts';
import { policy } from './fixture-policy.ts';
import * as rows from './fixture-rows.ts';

type Answer = (input: never) => unknown;

const ANSWERS: Readonly<Record<string, Answer>> = {
  'me.get': () => rows.me,
  'home.get': () => rows.home,
  'mine.view': () => rows.mineView,
  'mine.reads': () => [],
  'team.list': () => rows.teams,
  'team.view': (input: { on?: string; knownOn?: string } | undefined) => ({
    ...rows.team,
    on: input?.on ?? rows.team.on,
    knownOn: input?.knownOn ?? null,
  }),
  'service.view': () => rows.service,
  'service.rows': () => ({ rows: rows.overdueRows, total: rows.overdueRows.length }),
  'subject.view': (input: { subjectId: string }) => rows.subject(input.subjectId),
  'duty.explain': (input: { dutyId: string }) => rows.explain(input.dutyId),
  'policy.view': () => policy,
  'search.find': (input: { text: string }) => ({
    subjects: rows.team.people
      .flatMap((one) => [one.person, ...one.children.map((row) => row.subject)])
      .filter((one) => one.label.toLowerCase().includes(input.text.toLowerCase()))
      .slice(0, 8),
  }),
};

const EMPTY: Readonly<Record<string, unknown>> = {
  'home.get': { needs: [], mine: null, team: [] },
  'team.view': { ...rows.team, people: [], alerts: [] },
  'service.view': { ...rows.service, teams: [], months: [] },
  'mine.view': { ...rows.mineView, history: [], sessions: [], lanes: { ...rows.mineView.lanes, lanes: [] } },
};

/** `?state=empty|loading|error|forbidden|signed-out` shows a page in that state. */
const STATE = new URLSearchParams(window.location.search).get('state');

function refused(code: string): TRPCClientError<AppRouter> {
  return TRPCClientError.from({
    error: { message: code, code: -32_000, data: { code, httpStatus: 500, problem: null } },
  } as never);
}

function answer(path: string, input: unknown): unknown {
  if (STATE === 'signed-out') throw refused('UNAUTHORIZED');
  if (path !== 'me.get' && path !== 'search.find') {
    if (STATE === 'error') throw refused('INTERNAL_SERVER_ERROR');
    if (STATE === 'forbidden') throw refused('FORBIDDEN');
    if (STATE === 'empty' && path in EMPTY) return EMPTY[path];
  }
  const make = ANSWERS[path];
  if (make === undefined) throw refused('NOT_FOUND');
  return make(input as never);
}

/** Answers calls from made-up rows instead of a server. */
export const fixtureLink: TRPCLink<AppRouter> =
  () =>
  ({ op }) =>
    observable((observer) => {
      if (STATE === 'loading' && op.path !== 'me.get') return;
      const timer = setTimeout(() => {
        try {
          observer.next({ result: { type: 'data', data: answer(op.path, op.input) } } as never);
          observer.complete();
        } catch (error) {
          observer.error(error as TRPCClientError<AppRouter>);
        }
      }, 30);
      return () => clearTimeout(timer);
    });
