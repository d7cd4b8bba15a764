import type { AuditedKind, AuditKind } from '../kinds.ts';
import type { GradeDescriptions } from './shipped-descriptions.ts';

const FILE: GradeDescriptions = {
  1: 'The file does not show that this person is supervised in a way they can rely on. Something has to be done today.',
  2: 'Supervision takes place, but gaps in the agreement, the records or the follow-up take away much of its use.',
  3: 'Supervision is dependable, thoughtful and recorded. What is missing is small and can be put right by the two themselves.',
  4: 'Supervision is dependable and changes practice. Others could learn from how these two work, and the file shows how.',
};

const CASE: GradeDescriptions = {
  1: 'Case supervision leaves this child’s safety or plan without thought or decision. Something has to be done today.',
  2: 'The child is discussed, but risk, reasons or follow-up are too thin to steer the work.',
  3: 'Case supervision weighs the child’s situation, decides with reasons, and comes back to what was agreed.',
  4: 'Case supervision keeps the child in sight throughout, thinks deeply, and made a difference that can be shown.',
};

const OBSERVED: GradeDescriptions = {
  1: 'The supervision was not safe or not useful for the person, or lost sight of the child. It has to be talked over today.',
  2: 'Parts of the supervision were useful; tasks pushed out reflection, challenge or care for the person.',
  3: 'The supervision was safe, thoughtful and clear, and the person left with something to go on.',
  4: 'The supervision was of a kind that others should see: care, challenge and learning carried one another.',
};

const CHECK: GradeDescriptions = {
  1: 'The records do not show what a manager has to know, or show that something was left undone. Act on it today.',
  2: 'Records are kept, but several are late, thin or not followed up. Agree what changes, and by when.',
  3: 'Records are in order and show the work. What is missing is small and was agreed with the person.',
  4: 'Records are in order, clear and used by both. Tell the person so.',
};

const ACTION: GradeDescriptions = {
  1: 'The action was not done, or what it put right is lost, and the person or child has no benefit of it.',
  2: 'The action was done in part, or its effect has begun to fade.',
  3: 'The action was done, and what it put right holds.',
  4: 'The action was done, holds, and its effect reached further than the one file.',
};

/** An audit that is not graded describes no grades. */
const NOT_GRADED: GradeDescriptions = { 1: '', 2: '', 3: '', 4: '' };

/** What each overall grade means, by what is audited and how. */
export function overallDescriptions(kind: AuditKind, about: AuditedKind): GradeDescriptions {
  switch (kind) {
    case 'observation':
      return OBSERVED;
    case 'record-check':
      return CHECK;
    case 're-audit':
      return ACTION;
    case 'staff-conversation':
    case 'workload-check':
      return NOT_GRADED;
    default:
      return about === 'child' ? CASE : FILE;
  }
}
