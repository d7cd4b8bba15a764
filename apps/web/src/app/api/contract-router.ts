import { initTRPC } from '@trpc/server';
import type { FactValue } from '@plumbline/domain/facts';
import type { Explanation, Finding } from '@plumbline/domain/rules';
import type { DutyRow, LaneRow, LaneSubject, NeedRow, PersonLabel, PersonLanes, ServiceView, TeamView } from '@plumbline/analytics/compliance';

/** Stand-in for the server's router type, from the agreed surface; it is only ever imported as a type. */

export interface Me {
  readonly person: PersonLabel;
  readonly council: { readonly id: string; readonly name: string; readonly isDemonstration: boolean };
  readonly roles: readonly string[];
  readonly permissions: readonly string[];
  readonly today: string;
  readonly policy: { readonly title: string; readonly version: string; readonly state: string; readonly words: Readonly<Record<string, string>> };
  readonly signedInUntil: string;
}

export interface FactRow {
  readonly id: string;
  readonly kind: string;
  readonly values: Readonly<Record<string, FactValue>>;
  readonly labels: Readonly<Record<string, string>>;
  readonly source: 'feed' | 'hand';
  readonly recordedAt: string;
  readonly recordedBy: string | null;
  readonly version: number;
  readonly isCurrent: boolean;
}

export interface SessionRow {
  readonly id: string;
  readonly supervisee: PersonLabel;
  readonly supervisor: PersonLabel;
  readonly kind: string;
  readonly status: string;
  readonly plannedStartAt: string;
  readonly startedAt: string | null;
  readonly minutes: number | null;
  readonly longestBlockMinutes: number | null;
  readonly reason: string | null;
  readonly rearrangedFor: string | null;
  readonly recordSharedAt: string | null;
  readonly children: readonly { readonly id: string; readonly child: LaneSubject; readonly filedAt: string | null; readonly discussedOn: string }[];
  readonly version: number;
}

export interface SubjectView {
  readonly person: PersonLanes | null;
  readonly child: LaneRow | null;
  readonly history: readonly DutyRow[];
  readonly sessions: readonly SessionRow[];
  readonly facts: readonly FactRow[];
}

export interface PolicyView {
  readonly title: string;
  readonly council: string;
  readonly version: string;
  readonly state: string;
  readonly stateNote: string | null;
  readonly conventions: readonly { readonly name: string; readonly value: string; readonly cites: string }[];
  readonly series: readonly { readonly id: string; readonly title: string; readonly subject: string }[];
  readonly rules: readonly { readonly id: string; readonly clause: string; readonly area: string; readonly kind: string; readonly says: string; readonly appliesTo: string; readonly strength: string }[];
  readonly interpretations: readonly { readonly id: string; readonly question: string; readonly reading: string; readonly alternative?: string; readonly approvedBy: string | null; readonly approvedOn: string | null }[];
  readonly silences: readonly { readonly topic: string; readonly says: string }[];
}

export type DutyExplanation = Explanation & { readonly row: DutyRow; readonly names: Readonly<Record<string, string>> };

export interface AsOf {
  readonly on?: string | undefined;
  readonly knownOn?: string | undefined;
}

const t = initTRPC.create();

function query<In, Out>() {
  return t.procedure.input((value: unknown) => value as In).query(() => null as Out);
}

export const contractRouter = t.router({
  me: { get: query<void, Me>() },
  home: { get: query<void, { needs: NeedRow[]; mine: PersonLanes | null; team: PersonLanes[] }>() },
  mine: { view: query<void, { lanes: PersonLanes; history: DutyRow[]; sessions: SessionRow[] }>() },
  team: {
    list: query<void, { code: string; name: string; service: string; people: number }[]>(),
    view: query<AsOf & { team?: string | undefined; supervisorId?: string | undefined }, TeamView>(),
  },
  service: {
    view: query<AsOf, ServiceView>(),
    rows: query<AsOf & { team?: string | undefined; series?: string | undefined; finding?: Finding[] | undefined; offset?: number | undefined }, { rows: DutyRow[]; total: number }>(),
  },
  subject: { view: query<{ subjectId: string }, SubjectView>() },
  duty: { explain: query<AsOf & { dutyId: string }, DutyExplanation>() },
  policy: { view: query<void, PolicyView>() },
  search: { find: query<{ text: string }, { subjects: LaneSubject[] }>() },
});

export type ContractRouter = typeof contractRouter;
