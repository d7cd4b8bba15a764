import type { Grade } from '../grades.ts';
import { areaHead } from './areas.ts';
import type { Topic } from './topics.ts';

export type GradeDescriptions = Readonly<Record<Grade, string>>;

/** What each grade looks like, by topic; a topic that is not here is graded by the tool's own descriptions. */
export const TOPIC_DESCRIPTIONS: Readonly<Partial<Record<Topic, GradeDescriptions>>> = {
  agreement: {
    1: 'There is no agreement, or it was never signed, and nothing shows that the two talked about how they work together.',
    2: 'There is a signed agreement, but it is out of date, or it says nothing of this person in particular.',
    3: 'Both signed an agreement that fits how they work, and it was looked at again when it was due.',
    4: 'The agreement was worked out together, is used when something is hard, and changed when the person’s needs changed.',
  },
  record: {
    1: 'Supervisions have no record, or records that only one of the two has seen.',
    2: 'There are records, but some are unsigned, thin, or came too late to be of use.',
    3: 'Each supervision has a record that both agreed to and that came in time.',
    4: 'Records are agreed, prompt and so clear that the person works from them between supervisions.',
  },
  'follow-up': {
    1: 'Actions are not written down, or never come up again.',
    2: 'Some actions are taken up again; others disappear without a word.',
    3: 'Each supervision takes up the actions of the one before and says what became of them.',
    4: 'Actions are followed to their end, and the record shows what they changed.',
  },
  reflection: {
    1: 'The record is a list of news and tasks.',
    2: 'There is some thought about the work, but it stays with the first explanation.',
    3: 'What was seen and felt is thought through, with reasons and with another way of seeing it.',
    4: 'Thinking goes deep, is open to challenge, and changed what was done next.',
  },
  workload: {
    1: 'Workload does not come up, although other records show that it should have.',
    2: 'Workload is mentioned, and nothing is agreed where it is too much or too little.',
    3: 'Workload is looked at each time, and what was agreed is seen in the weeks after.',
    4: 'Workload is understood by weight as well as number, acted on early, and passed on where it was more than the two could settle.',
  },
  wellbeing: {
    1: 'Nobody asked how the person was, although there was reason to.',
    2: 'The person was asked, but support was not offered where it was needed.',
    3: 'The person was asked how they are and what the work does to them, and support was agreed.',
    4: 'Care for the person runs through the record, support came early, and its effect was asked about.',
  },
  development: {
    1: 'Nothing shows what this person is learning or should learn.',
    2: 'Training is listed, with no link to the person’s work or to what they need.',
    3: 'Learning needs are named, with next steps that were taken.',
    4: 'Learning comes out of the work itself, is followed to its effect on practice, and reaches others.',
  },
  equality: {
    1: 'Equality does not come up, or unfair treatment was known and left alone.',
    2: 'Equality is ticked as talked about, with nothing of this person or their work.',
    3: 'Equality and identity are talked about as they bear on this person and on their work.',
    4: 'Both speak openly about identity, power and bias, and it shows in practice and in how the person is supported.',
  },
  decisions: {
    1: 'Decisions cannot be found, or have no reasons.',
    2: 'Decisions are there; the reasons for some are missing or hard to follow.',
    3: 'Decisions stand with their reasons and with who made them.',
    4: 'Decisions stand with reasons, with what else was thought of, and with how anyone would notice that they were wrong.',
  },
  'child-record': {
    1: 'What was decided in supervision cannot be found on the child’s own record.',
    2: 'Some of it is there, late or too short to be understood.',
    3: 'What was discussed and decided is on the child’s own record, in time and clear.',
    4: 'The entry is clear to somebody new to the case, and could be read with the child or family.',
  },
  'late-reason': {
    1: 'Supervisions were late, missed or moved, and no reason is given.',
    2: 'Some reasons are given; a pattern of missed supervisions goes without a word.',
    3: 'Each has its reason and a new date, and it was kept.',
    4: 'Reasons are given, patterns were noticed and talked about, and the rhythm recovered.',
  },
  'how-often': {
    1: 'The child was discussed too seldom for the risk, and nobody says why.',
    2: 'The rhythm follows the calendar and took no notice of what changed.',
    3: 'How often the child was discussed fits the risk, with a reason.',
    4: 'The rhythm changed as soon as the child’s life did, and the reasons are there to read.',
  },
  risk: {
    1: 'What could harm this child is missed, or known and left without an answer.',
    2: 'Risks are named, but not weighed, or the answer to them is vague.',
    3: 'Risks and what protects the child are weighed, and each has an answer with a name and a date.',
    4: 'Risk is weighed anew as things change, tested against other views, and the child was safer for it.',
  },
  'child-voice': {
    1: 'The child does not come into the discussion as a person.',
    2: 'The child is mentioned, but not what they say, want or live with.',
    3: 'A reader can hear what the child says and wants, and see what their days are like.',
    4: 'The child’s view shaped what was decided, and it is written how they were told.',
  },
};

/** Areas all of whose questions turn on one topic, so that its descriptions fit any question that a policy asks there. */
const TOPIC_OF_AREA: Readonly<Record<string, Topic>> = { agreement: 'agreement', equality: 'equality', training: 'development' };

/** Descriptions for a question of a policy; null where its area is so wide that the tool's own say enough. */
export function descriptionsForArea(area: string): GradeDescriptions | null {
  const topic = TOPIC_OF_AREA[areaHead(area)];
  return topic === undefined ? null : (TOPIC_DESCRIPTIONS[topic] ?? null);
}
