import { formatDay, toDay } from '@plumbline/domain/calendar';
import { figureCode, type Hash, type InspectionPack, type PackPart } from '../inspection-pack.ts';
import { twelveMonthsBefore } from '../what-if-council.ts';
import type { PackMaterial } from './material.ts';
import { newlyQualifiedPart, onTimePart } from './on-time-parts.ts';
import { accessPart, auditsPart, decisionsPart, policyPart, surveyPart } from './other-parts.ts';
import type { DraftPart, PartSource } from './part.ts';
import { agreementsPart, supervisorsPart } from './people-parts.ts';
import { actionsPart, calledOffPart, lengthPart } from './session-parts.ts';
import { childrenPart, gapsPart } from './standing-parts.ts';

/** In the order in which they are read. */
const PARTS: readonly ((source: PartSource) => DraftPart)[] = [
  policyPart,
  onTimePart,
  gapsPart,
  childrenPart,
  calledOffPart,
  lengthPart,
  newlyQualifiedPart,
  agreementsPart,
  supervisorsPart,
  auditsPart,
  actionsPart,
  surveyPart,
  decisionsPart,
  accessPart,
];

/**
 * The whole pack from what was known at one instant. The same material gives the same pack, so that a figure can be made again years later.
 * A part of which nothing is held stands, and says so.
 */
export function buildPack(material: PackMaterial, hash: Hash): InspectionPack {
  const { council, councilId, madeOn, asOf, knownAt, timeline } = material;
  const day = toDay(asOf);
  const window = twelveMonthsBefore(day);
  const source: PartSource = { ...material, day, window };
  const inForce = timeline.filter(({ from, to }) => from <= day && to >= window.from);
  const policyVersion = inForce.map(({ policy }) => `${policy.pack.id} ${policy.pack.version}`).join(', ');
  const coded = ({ figures, ...rest }: DraftPart): PackPart => ({
    ...rest,
    figures: figures.map((figure) => ({
      ...figure,
      code: figureCode({ ...figure, councilId, asOf, policyVersion }, hash),
      policyVersion,
    })),
  });
  return {
    format: 1,
    council,
    councilId,
    madeOn,
    asOf,
    knownAt,
    from: formatDay(window.from),
    to: formatDay(window.to),
    policyVersion,
    parts: PARTS.map((make) => coded(make(source))),
  };
}
