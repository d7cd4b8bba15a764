import { formatDay, toDay } from '@plumbline/domain/calendar';
import { figureCode, type Hash, type InspectionPack, type PackPart } from '../inspection-pack.ts';
import { twelveMonthsBefore } from '../what-if-council.ts';
import { accessPart } from './access-part.ts';
import { actionsPart } from './action-part.ts';
import { auditsPart } from './audits-part.ts';
import { decisionsPart } from './decisions-part.ts';
import type { PackMaterial } from './material.ts';
import { newlyQualifiedPart, onTimePart } from './on-time-parts.ts';
import { answeringFor, coversOf, scopedId, staffOn } from './pack-scope.ts';
import { notOfHome, type DraftPart, type PartSource } from './part.ts';
import { agreementsPart, staffPart } from './people-parts.ts';
import { policyPart } from './policy-part.ts';
import { calledOffPart, lengthPart } from './session-parts.ts';
import { childrenPart, gapsPart } from './standing-parts.ts';
import { supervisorsPart } from './supervisors-part.ts';
import { surveyPart } from './survey-part.ts';

type MakePart = (source: PartSource) => DraftPart;

/** In the order in which they are read. */
const OF_COUNCIL: readonly MakePart[] = [
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

/** What can be said of one home, and after it what cannot, with why. */
const OF_HOME: readonly MakePart[] = [
  policyPart,
  staffPart,
  onTimePart,
  gapsPart,
  calledOffPart,
  lengthPart,
  agreementsPart,
  supervisorsPart,
  auditsPart,
  actionsPart,
  accessPart,
  () =>
    notOfHome(
      'children',
      'Children past their interval, by status',
      'Case supervision of a child is owed by the team of the child’s social worker, also while the child lives in a home. It stands in the council’s pack.',
    ),
  () =>
    notOfHome(
      'newly-qualified',
      "Newly qualified staff's schedule",
      'It is for newly qualified social workers. A home has none or so few that a figure would be about one of them. It stands in the council’s pack.',
    ),
  () =>
    notOfHome(
      'survey',
      'Survey results',
      'People were promised that results are shown for large groups only. A home is smaller than that. They stand in the council’s pack.',
    ),
  () =>
    notOfHome(
      'decisions',
      'What was said, decided and changed',
      'It follows from surveys and audits of the whole council and stands in the council’s pack.',
    ),
];

/**
 * The whole pack from what was known at one instant. The same material gives the same pack, so that a figure can be made again years later.
 * A part of which nothing is held stands, and says so.
 */
export function buildPack(material: PackMaterial, hash: Hash): InspectionPack {
  const { council, councilId, madeOn, asOf, knownAt, scope } = material;
  const source = sourceOf(material);
  const { window } = source;
  const inForce = material.timeline.filter(({ from, to }) => from <= source.day && to >= window.from);
  const policyVersion = inForce.map(({ policy }) => `${policy.pack.id} ${policy.pack.version}`).join(', ');
  const coded = ({ figures, ...rest }: DraftPart): PackPart => ({
    ...rest,
    figures: figures.map((figure) => {
      const id = scopedId(scope, figure.id);
      return { ...figure, id, code: figureCode({ ...figure, id, councilId, asOf, policyVersion }, hash), policyVersion };
    }),
  });
  return {
    format: 1,
    scope,
    council,
    councilId,
    madeOn,
    asOf,
    knownAt,
    from: formatDay(window.from),
    to: formatDay(window.to),
    policyVersion,
    parts: (scope.kind === 'home' ? OF_HOME : OF_COUNCIL).map((make) => coded(make(source))),
  };
}

/** What the parts are written from: the material with its day, its twelve months, and who is on the staff. */
export function sourceOf(material: PackMaterial): PartSource {
  const { asOf, scope, index, responsibilities } = material;
  const day = toDay(asOf);
  const answering = answeringFor(responsibilities);
  const covers = coversOf(scope, answering);
  const isEmployed = (ref: string): boolean => {
    const person = index.people.get(ref);
    return person !== undefined && person.employedFrom <= asOf && (person.employedTo === null || person.employedTo >= asOf);
  };
  return { ...material, day, window: twelveMonthsBefore(day), answering, covers, staff: staffOn(index, covers, day, isEmployed) };
}
