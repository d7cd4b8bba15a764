import type { AuditQuestion } from '../tool.ts';
import { areaHead, TELLING_ORDER } from './areas.ts';

/** A question, and how strongly it is asked for: the lower, the more it tells. */
export interface Weighed {
  readonly question: AuditQuestion;
  readonly weight: number;
}

/**
 * The so many questions that tell most, in their own order. Those that limit the overall grade come first. Then one area after the
 * other gives its strongest question (what the policy says must be before what should be, what a record shows before guidance, and of
 * equals the one that the policy has first), in the order of {@link TELLING_ORDER}; and round again until there are enough.
 */
export function mostTelling(questions: readonly Weighed[], count: number): Weighed[] {
  const chosen = new Set(questions.filter(({ question }) => question.isLimiting).slice(0, count));
  const rounds = questions
    .filter((one) => !chosen.has(one))
    .sort((a, b) => a.weight - b.weight)
    .map((one, _at, sorted) => ({ one, round: placeInArea(one, sorted, chosen), area: tellingPlace(one.question.area) }))
    .sort((a, b) => a.round - b.round || a.area - b.area || a.one.weight - b.one.weight);
  for (const { one } of rounds) if (chosen.size < count) chosen.add(one);
  return questions.filter((one) => chosen.has(one));
}

/** How many of its area come before it: those already chosen too, so that no area speaks twice before each has spoken once. */
function placeInArea(one: Weighed, sorted: readonly Weighed[], chosen: ReadonlySet<Weighed>): number {
  const isOfArea = (other: Weighed) => areaHead(other.question.area) === areaHead(one.question.area);
  return sorted.filter(isOfArea).indexOf(one) + [...chosen].filter(isOfArea).length;
}

function tellingPlace(area: string): number {
  const place = TELLING_ORDER.indexOf(areaHead(area));
  return place === -1 ? TELLING_ORDER.length : place;
}
