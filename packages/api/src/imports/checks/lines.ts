import type { ImportProblem } from '@plumbline/analytics/wording';
import { FAR_FUTURE, formatDay, type Day } from '@plumbline/domain/calendar';
import { lineManagersOf, sharedManagementFault } from '@plumbline/domain/facts';
import type { FileCheck } from '../check-file.ts';
import { problem } from '../problems.ts';
import { dayOfValue, type ReadFact } from '../read-facts.ts';
import { knots } from './knots.ts';

interface Line {
  readonly row: number;
  readonly person: string;
  readonly manager: string;
  readonly from: Day;
  readonly to: Day;
}

interface Holding {
  readonly row: number;
  readonly person: string;
  /** One, two who share it, or nobody. */
  readonly managers: string;
  readonly isJobShare: boolean;
  readonly from: Day;
  readonly to: Day;
}

/** Circles told of one set of people; whoever mends these sees the rest at the next reading. */
const MOST_CIRCLES = 20;

/** Posts and lines: nobody manages themselves, directly or round a circle, and one post answers to one manager or a job share. */
export class LineCheck implements FileCheck {
  readonly #lines: Line[] = [];
  readonly #holders = new Map<string, Holding[]>();

  add({ row, values }: ReadFact): readonly ImportProblem[] {
    const person = String(values['person']);
    const managers = lineManagersOf(values);
    const from = dayOfValue(String(values['from']));
    const to = typeof values['to'] === 'string' ? dayOfValue(values['to']) : FAR_FUTURE;
    const post = String(values['post']);
    const isJobShare = values['isManagedByJobShare'] === true;
    const holding = { row, person, managers: managers.toSorted().join(' and '), isJobShare, from, to };
    const holders = this.#holders.get(post);
    if (holders === undefined) this.#holders.set(post, [holding]);
    else holders.push(holding);
    const fault = sharedManagementFault(values);
    if (fault !== null) return [problem(fault, {}, { row, column: 'secondLineManager' })];
    if (managers.includes(person)) {
      const column = values['lineManager'] === person ? 'lineManager' : 'secondLineManager';
      return [problem('own-line-manager', {}, { row, column, value: person })];
    }
    for (const manager of managers) this.#lines.push({ row, person, manager, from, to });
    return [];
  }

  finish(): readonly ImportProblem[] {
    return [...this.#sharedPosts(), ...this.#circles()];
  }

  /** One post held by two people at once: said, and refused where they answer to different managers without a job share. */
  #sharedPosts(): ImportProblem[] {
    const problems: ImportProblem[] = [];
    for (const [post, holdings] of this.#holders) {
      const sorted = holdings.toSorted((a, b) => a.from - b.from || a.row - b.row);
      sorted.forEach((later, index) => {
        const earlier = sorted
          .slice(Math.max(0, index - 20), index)
          .find((one) => one.person !== later.person && one.to >= later.from);
        if (earlier !== undefined) problems.push(sharedPost(post, earlier, later));
      });
    }
    return problems;
  }

  /**
   * Circles in the line on any date. All lines together show which people could be in one at all; only among these is
   * each date looked at on which a line begins.
   */
  #circles(): ImportProblem[] {
    return knots(this.#lines.map(({ person, manager }) => [person, manager])).flatMap((people) =>
      circlesOverTime(this.#lines.filter((line) => people.has(line.person) && people.has(line.manager))),
    );
  }
}

function sharedPost(post: string, earlier: Holding, later: Holding): ImportProblem {
  const from = formatDay(Math.max(earlier.from, later.from));
  const place = { row: later.row, column: 'post' };
  const isOneLine = earlier.managers === later.managers || (earlier.isJobShare && later.isJobShare);
  if (isOneLine) return problem('post-shared', { otherRow: earlier.row, post, from }, place);
  const managers = `${earlier.managers || 'nobody'} and ${later.managers || 'nobody'}`;
  return problem(
    'two-line-managers',
    { otherRow: earlier.row, post, from, managers, holders: 2 },
    { row: later.row, column: 'lineManager' },
  );
}

/** The circles among some lines, each told at the first date on which it stands. */
function circlesOverTime(lines: readonly Line[]): ImportProblem[] {
  const told = new Map<string, ImportProblem>();
  for (const on of [...new Set(lines.map((line) => line.from))].toSorted((a, b) => a - b)) {
    const now = lines.filter((line) => line.from <= on && on <= line.to);
    for (const circle of circlesAmong(now)) {
      const key = circle
        .map((line) => line.row)
        .toSorted()
        .join(' ');
      if (!told.has(key)) told.set(key, circleProblem(circle, on));
    }
    if (told.size >= MOST_CIRCLES) break;
  }
  return [...told.values()];
}

function circlesAmong(lines: readonly Line[]): Line[][] {
  return [...knots(lines.map(({ person, manager }) => [person, manager]))].map((people) => walkCircle(lines, people));
}

/** One way round a knot, beginning with its first row. */
function walkCircle(lines: readonly Line[], people: ReadonlySet<string>): Line[] {
  const inside = lines.filter((line) => people.has(line.person) && people.has(line.manager));
  const path: Line[] = [];
  const seenAt = new Map<string, number>();
  let line = inside[0];
  while (line !== undefined) {
    const known = seenAt.get(line.person);
    if (known !== undefined) return path.slice(known);
    seenAt.set(line.person, path.length);
    path.push(line);
    const next = line.manager;
    line = inside.find((candidate) => candidate.person === next);
  }
  return path;
}

function circleProblem(circle: readonly Line[], on: Day): ImportProblem {
  const shown = circle.slice(0, 8).map((line) => line.person);
  const people = [...shown, ...(circle.length > 8 ? ['…'] : []), circle[0]?.person ?? ''].join(' → ');
  const row = Math.max(...circle.map((line) => line.row));
  return problem('line-cycle', { people, on: formatDay(on) }, { row, column: 'lineManager' });
}
