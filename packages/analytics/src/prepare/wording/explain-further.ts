import type { ExplanationStep } from '@plumbline/domain/rules';
import { dateInWords } from './dates.ts';
import { capitalised, listInWords } from './intervals.ts';
import { fieldInWords } from './moments.ts';

type FurtherStep = Extract<ExplanationStep, { kind: 'not-after' | 'not-eligible' | 'left-out' | 'set-off' | 'same-turn' }>;

/** Steps of rules about people, turns, what sets something off and what nobody may leave out. */
export function furtherStepInWords(step: FurtherStep): string {
  switch (step.kind) {
    case 'not-after':
      if (step.on === null) return `${capitalised(fieldInWords(step.measure))} was not recorded.`;
      return step.latest === null
        ? `${capitalised(fieldInWords(step.measure))} is ${dateInWords(step.on)}.`
        : `${capitalised(fieldInWords(step.measure))} is ${dateInWords(step.on)}; the latest day that is in time is ${dateInWords(step.latest)}.`;
    case 'not-eligible':
      return step.unmet.length === 0
        ? `What would show it on ${dateInWords(step.on)} is not recorded.`
        : `On ${dateInWords(step.on)} whoever is recorded under “${fieldInWords(step.field)}” did not meet this: ${listInWords(step.unmet.map(unmetInWords))}.`;
    case 'left-out':
      return leftOut(step);
    case 'set-off':
      return `${SET_OFF[step.by] ?? 'It happened'} on ${dateInWords(step.on)}.`;
    case 'same-turn':
      return `The supervision on ${dateInWords(step.on)} was of the same kind as the one before it, so the turn was missed.`;
  }
}

const UNMET: Readonly<Record<string, string>> = {
  whoIs: 'what has to hold of them',
  isOneOf: 'who they have to be to the person supervised',
  isNoneOf: 'who they must not be to the person supervised',
  needs: 'what has to hold of the person supervised',
  levelsAbove: 'how far above they have to be',
  managesFor: 'how long they have to have managed',
};

function unmetInWords(part: string): string {
  return UNMET[part] ?? part;
}

const LEFT_OUT: Readonly<Record<string, string>> = {
  'due-cases': 'The case was to fall due before the next supervision and was not talked over in the one of',
  family: 'What was decided for the whole family has no copy on this child’s file, from',
  'team-members': 'Neither attendance nor a reason is recorded for the meeting of',
  'open-actions': 'Actions that were still open were not picked up on',
  'tracked-cases': 'A case was on no list of the method agreed, from',
};

function leftOut(step: Extract<FurtherStep, { kind: 'left-out' }>): string {
  const said = `${LEFT_OUT[step.covers] ?? 'Something was left out on'} ${dateInWords(step.on)}`;
  return step.refs.length === 0 ? `${said}.` : `${said}: ${listInWords([...step.refs])}.`;
}

const SET_OFF: Readonly<Record<string, string>> = {
  'supervisor-changed': 'Another supervisor was named',
  'role-changed': 'The person took another post in the same team',
  'team-changed': 'The person moved to another team',
  'service-changed': 'The person moved to another service',
  left: 'The person left',
  'left-authority': 'The person left the whole council',
  'supervisor-away': 'The supervisor’s absence counts as long',
  'cases-above': 'There were more cases than the policy takes for usual',
  'difficult-incident': 'A difficult incident was recorded',
};
