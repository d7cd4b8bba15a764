import { kindOf } from '../../facts/index.ts';
import { factsBehind, type AttributeSubject } from '../check/attributes.ts';

const PERSON: Readonly<Record<string, readonly string[]>> = {
  employed: ['person.employedFrom', 'person.employedTo'],
  qualified: ['person.isSocialWorkQualified'],
  'newly-qualified': ['person.asyeFrom', 'person.asyePassedOn'],
  'asye-concluded': ['person.asyePassedOn'],
  'internationally-recruited': ['person.recruitedAbroadFrom'],
  student: ['person.studentFrom', 'person.studentTo'],
  'new-psychologist': ['person.newlyQualifiedPsychologistFrom', 'person.newlyQualifiedPsychologistTo'],
  'registered-post': ['post.isRegistrationRequired'],
  'management-post': ['post.isManagementPost'],
  'full-time': ['post.fullTimeEquivalent'],
  'part-time': ['post.fullTimeEquivalent'],
  'case-holding': ['allocation.worker', 'allocation.allocatedAt', 'allocation.endedOn'],
  supervises: ['supervision-pair.supervisor', 'supervision-pair.from', 'supervision-pair.to'],
  role: ['post.role'],
  contract: ['post.contract'],
  'team-kind': ['post.team', 'team.kind'],
  'abroad-stage': ['stage-decision.stage', 'stage-decision.isStandardMet', 'stage-decision.decidedOn'],
  'shift-band': ['post.contract', 'shift.workedOn'],
  registered: ['registration.register', 'registration.from', 'registration.to'],
  'line-manager-registered': ['post.lineManager', 'registration.from', 'registration.to'],
  'statutory-post': ['post.isStatutory'],
  'front-line': ['post.isFrontLine'],
  external: ['person.isExternal'],
  'experienced-supervisor': ['person.isExperiencedSupervisor'],
  supervised: ['supervision-pair.supervisee', 'supervision-pair.from'],
  paired: ['supervision-pair.capacity', 'supervision-pair.from', 'supervision-pair.to'],
  trained: ['training.course', 'training.completedOn'],
  'joined-from': ['post.joinedFrom'],
  agreed: ['agreed-interval.reason', 'agreed-interval.from', 'agreed-interval.to'],
  'observed-stage': [
    'stage-decision.stage',
    'stage-decision.observedOn',
    'stage-decision.isStandardMet',
    'stage-decision.decidedOn',
  ],
};

const CHILD: Readonly<Record<string, readonly string[]>> = {
  open: ['child.openedOn', 'child.closedOn'],
  assessed: ['child.assessmentCompletedOn'],
  allocated: ['allocation.allocatedAt'],
  status: ['child-status.status', 'child-status.from', 'child-status.to'],
  placement: ['placement.kind', 'placement.from', 'placement.to'],
  flag: ['child-flag.flag', 'child-flag.from', 'child-flag.to'],
  'team-kind': ['allocation.worker', 'post.team', 'team.kind'],
  'worker-role': ['allocation.worker', 'post.role'],
  agreed: ['agreed-interval.reason', 'agreed-interval.from', 'agreed-interval.to'],
};

const COLUMNS: Readonly<Record<AttributeSubject, Readonly<Record<string, readonly string[]>>>> = { person: PERSON, child: CHILD };

/** The columns that show an attribute; of one that is not told apart here, the keys of the kinds of fact behind it. */
export function columnsBehind(subject: AttributeSubject, attribute: string): readonly string[] {
  const named = COLUMNS[subject][attribute.split(':')[0] ?? ''];
  if (named !== undefined) return named;
  return (factsBehind(subject, attribute) ?? []).flatMap((kind) => kindOf(kind).key.map((column) => `${kind}.${column}`));
}
