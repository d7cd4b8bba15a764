import type { FactOf } from '@plumbline/domain/facts';
import type { Context } from '../context.ts';
import { CAST_SEATS, type CastRole } from './cast-seats.ts';
import { seatHint, type SeatHint } from './seat-hints.ts';
import {
  areaOf,
  many,
  SERVICE_OF,
  SITES,
  SIZES,
  SPECS,
  TEAM_WORDS,
  teamName,
  type SizePlan,
  type SpecName,
} from './team-specs.ts';

export type Role = FactOf<'post'>['role'];
export type TeamKind = NonNullable<FactOf<'team'>['kind']>;
/** The kinds of team that hold children's cases. */
export type CaseTeamKind = 'assessment' | 'children-in-need' | 'looked-after' | 'leaving-care' | 'disability';

/** A place in a team that people hold one after another. */
export interface Seat {
  readonly id: string;
  readonly post: string;
  readonly team: Team;
  readonly role: Role;
  /** The seat whose holder manages and supervises this one; null at the very top. */
  readonly managedBy: string | null;
  /** At the very top two directors supervise one another, without managing one another. */
  readonly peer: string | null;
  readonly isManagedByJobShare: boolean;
  /** The seat that shares the managing with `managedBy`, in a job share. */
  readonly alsoManagedBy: string | null;
  /** How many families' worth of cases it usually holds beside others: 0 for none. */
  readonly caseShare: number;
  readonly hint: SeatHint | null;
  readonly castRole: CastRole | null;
}

export interface Team {
  readonly code: string;
  readonly name: string;
  readonly service: string;
  readonly site: string;
  readonly kind: TeamKind;
  /** How likely a supervision here goes to plan, 0 to 1. */
  readonly reliability: number;
}

export interface Plan {
  readonly teams: readonly Team[];
  readonly seats: readonly Seat[];
  readonly openChildren: number;
  /** Ended cases of the last five years for each open one. */
  readonly closedPerOpen: number;
}

const TEAMS_PER_SERVICE = 8;

/** Teams and seats of a council of a given size; nobody sits in them yet. */
export function makePlan(context: Context): Plan {
  const size = SIZES[context.size];
  const builder = new PlanBuilder(context, size);
  builder.addLeadership();
  const byService = new Map<string, { spec: SpecName; index: number }[]>();
  for (const [spec, count] of Object.entries(size.teams) as [SpecName, number][]) {
    for (let index = 0; index < count; index += 1) {
      const service = SERVICE_OF[SPECS[spec].kind];
      byService.set(service, [...(byService.get(service) ?? []), { spec, index }]);
    }
  }
  for (const [service, teams] of byService) builder.addService(service, teams);
  builder.addDirector();
  return { teams: builder.teams, seats: builder.seats, openChildren: size.openChildren, closedPerOpen: size.closedPerOpen };
}

class PlanBuilder {
  readonly teams: Team[] = [];
  readonly seats: Seat[] = [];
  readonly #context: Context;
  readonly #size: SizePlan;
  #workerSeats = 0;

  constructor(context: Context, size: SizePlan) {
    this.#context = context;
    this.#size = size;
  }

  addLeadership(): void {
    const team = this.#addTeam({
      code: 'LEAD',
      name: 'Practice and quality',
      service: 'Practice and quality',
      kind: 'management',
    });
    this.#addSeat(team, 'strategic-lead', 'LEAD-D');
    this.#addSeat(team, 'principal-social-worker', 'LEAD-1');
    this.#addSeat(team, 'administrator', 'LEAD-2');
    this.#addSeat(team, 'other', null);
    if (this.#size.teams.reviewing === undefined) this.#addSeat(team, 'reviewing-officer', 'LEAD-2');
  }

  /** The top of the line; after everybody else, so that who holds the other seats does not depend on it. */
  addDirector(): void {
    const team = this.teams.find(({ code }) => code === 'LEAD');
    if (team !== undefined) this.#addSeat(team, 'strategic-lead', null, null, 'LEAD-D');
  }

  /** A service, cut into areas where it would be too many teams for one service manager. */
  addService(service: string, teams: readonly { spec: SpecName; index: number }[]): void {
    const parts = Math.ceil(teams.length / TEAMS_PER_SERVICE);
    for (let part = 0; part < parts; part += 1) {
      const name = parts === 1 ? service : `${service} ${areaOf(part)}`;
      const code = `${
        service === 'Practice and quality'
          ? 'PQ'
          : service
              .split(' ')
              .map((word) => word[0])
              .join('')
              .toUpperCase()
      }M${part + 1}`;
      const leadership = this.#addTeam({ code, name: `${name} leadership`, service: name, kind: 'management' });
      const manager = this.#addSeat(leadership, 'service-manager', 'LEAD-1');
      this.#addSeat(leadership, 'information-coordinator', manager.id);
      teams
        .filter((_, index) => index % parts === part)
        .forEach((team) => this.#addPracticeTeam(team.spec, team.index, name, manager.id));
    }
  }

  #addPracticeTeam(spec: SpecName, index: number, service: string, serviceManager: string): void {
    const { kind, workers, manager, hasDeputy } = SPECS[spec];
    const isJobShare = 'isJobShare' in SPECS[spec];
    const words = TEAM_WORDS[spec];
    const count = this.#size.teams[spec] ?? 0;
    const team = this.#addTeam({
      code: count === 1 ? words.code : `${words.code}-${index + 1}`,
      name: teamName(spec, index, count),
      service,
      kind,
    });
    const first = this.#addSeat(team, manager, serviceManager);
    const second = isJobShare
      ? this.#addSeat(team, manager, serviceManager)
      : hasDeputy
        ? this.#addSeat(team, 'practice-supervisor', first.id)
        : null;
    const extra = kind === 'residential' ? 2 * this.#size.extraWorkers : this.#size.extraWorkers;
    const roles = [...workers, ...many(workers[0] ?? 'social-worker', extra)];
    roles.forEach((role, place) => {
      const isSeconds = second !== null && place % 2 === 1;
      const shares = isJobShare && second !== null ? (isSeconds ? first : second).id : null;
      this.#addSeat(team, role, isSeconds ? second.id : first.id, shares);
    });
    if (spec === 'safeguarding' && index === 0) this.#addSeat(team, 'student-social-worker', second?.id ?? first.id);
  }

  #addTeam(given: Pick<Team, 'code' | 'name' | 'service' | 'kind'>): Team {
    const random = this.#context.random.split(`team/${given.code}`);
    const isStruggling =
      this.#context.size === 'small'
        ? given.code === 'SAFE-J'
        : given.code === 'SAFE-3' || (given.kind !== 'management' && random.chance(0.05));
    const team = { ...given, site: random.pick(SITES), reliability: isStruggling ? 0.5 : 0.82 + random.next() * 0.16 };
    this.teams.push(team);
    return team;
  }

  #addSeat(
    team: Team,
    role: Role,
    managedBy: string | null,
    alsoManagedBy: string | null = null,
    id = `${team.code}-${this.seats.filter((seat) => seat.team === team).length + 1}`,
  ): Seat {
    const castRole = CAST_SEATS[id]?.role ?? null;
    const isPlainWorker = role === 'social-worker' && castRole === null;
    const hint = CAST_SEATS[id]?.hint ?? seatHint(this.#context.size, role, isPlainWorker ? this.#workerSeats++ : -1);
    const seat = {
      id,
      post: `POST-${String(this.seats.length + 101)}`,
      team,
      role,
      managedBy,
      peer: managedBy !== null ? null : id === 'LEAD-D' ? 'LEAD-4' : 'LEAD-D',
      isManagedByJobShare: alsoManagedBy !== null,
      alsoManagedBy,
      caseShare: caseShareOf(team.kind, role, hint),
      hint,
      castRole,
    };
    this.seats.push(seat);
    return seat;
  }
}

const CASE_TEAMS: readonly TeamKind[] = ['assessment', 'children-in-need', 'looked-after', 'leaving-care', 'disability'];

/** Whoever is away, leaves or is without a supervisor keeps few cases: most have been passed on. */
const LIGHTER: Partial<Readonly<Record<SeatHint['kind'], number>>> = { away: 0.3, vacant: 0.15, 'without-supervisor': 0.4 };

function caseShareOf(kind: TeamKind, role: Role, hint: SeatHint | null): number {
  if (!CASE_TEAMS.includes(kind)) return 0;
  if (role === 'practice-supervisor') return 0.2;
  if (role === 'family-support-worker') return 0.4;
  if (role !== 'social-worker' && role !== 'personal-adviser') return 0;
  if (hint?.kind === 'newly-qualified') return hint.daysAgo < 40 ? 0.35 : 0.65;
  return (hint === null ? undefined : LIGHTER[hint.kind]) ?? 1;
}
