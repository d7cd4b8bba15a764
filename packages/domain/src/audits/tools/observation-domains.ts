import type { AuditQuestion } from '../tool.ts';
import type { GradeDescriptions } from './shipped-descriptions.ts';
import { shippedQuestion } from './shipped-question.ts';

/** Where the national resources for practice supervisors are found, a tool for observing reflective supervision among them. */
export const PRACTICE_SUPERVISORS_RESOURCES = 'https://practice-supervisors.rip.org.uk/';

function domain(name: string, asks: string, describes: GradeDescriptions, isLimiting = false): AuditQuestion {
  return shippedQuestion(`observed-${name}`, { area: 'observation', asks, describes, isLimiting });
}

/**
 * Six sides of a supervisor's reflective practice, as somebody in the room can see them. In our own words: the national tool, which has
 * six as well, is linked to and not copied. The child limits the overall grade: a supervision that lost sight of risk to a child is
 * not a good one, however well it was led.
 */
export const OBSERVATION_DOMAINS: readonly AuditQuestion[] = [
  domain('beginning', 'How well did the two prepare and agree what this supervision was to do?', {
    1: 'Neither had prepared, and nothing was agreed; whatever came up first took the time.',
    2: 'There was a list, set by one of the two, and no agreement on what mattered most.',
    3: 'Both brought their points, agreed the order and the time, and looked back at what was agreed before.',
    4: 'Preparation by both gave the time to what mattered most, and they changed course together when it was needed.',
  }),
  domain('relationship', 'Did the supervisor make this a safe place to think and feel?', {
    1: 'The person was hurried, interrupted or judged, and kept back what was hard.',
    2: 'The tone was friendly, but what the work does to the person was passed over.',
    3: 'The supervisor listened, noticed feelings and held them, and the person spoke openly.',
    4: 'Trust was so plain that doubt, fear and mistakes could be spoken of, and the person left with more strength.',
  }),
  domain('curiosity', 'Did the supervisor’s questions open up reflection?', {
    1: 'The supervisor told and instructed; there was no reflection.',
    2: 'There were some open questions, but answers were given before the person could find them.',
    3: 'Open questions led the person from what happened to what it meant and what they felt.',
    4: 'Curiosity was shared; the person found new understanding by their own thinking and took it on.',
  }),
  domain('challenge', 'Did the two analyse and test their thinking, bias included?', {
    1: 'The first explanation stood, and assumptions were shared and not noticed.',
    2: 'Some doubts were raised, but evidence was not weighed and bias was not named.',
    3: 'Evidence was weighed, other explanations were tried, and bias was named kindly and clearly.',
    4: 'Challenge went both ways, drew on research and on identity and power, and changed the picture.',
  }),
  domain(
    'child',
    'Did the experience of the child and the family lead the talk?',
    {
      1: 'The child was lost behind tasks and adults, or a risk to the child was not seen.',
      2: 'The child was mentioned, but not what their days are like or what could harm them.',
      3: 'The child’s and family’s experience, strengths and risks were at the centre of each case.',
      4: 'Both could see the world as this child does, and let it decide what happens next.',
    },
    true,
  ),
  domain('ending', 'Did the talk lead to decisions, learning and follow-up?', {
    1: 'It ended without decisions, or with some that nobody could carry out.',
    2: 'There were actions; reasons, dates or learning were missing.',
    3: 'Decisions had reasons, actions had names and dates, and learning was put into words.',
    4: 'The person could say what they decided, why, what they learned and how both will know that it worked.',
  }),
];
