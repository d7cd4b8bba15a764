import { emptyNote, type QuestionNote } from './record.ts';

/** One of the thirteen things that a group is asked about, the same as the survey asks, so that both can be read together. */
export interface GuideQuestion {
  readonly number: number;
  /** What it is about, in a few words. */
  readonly about: string;
  /** How a facilitator may put it; each council may word it otherwise. */
  readonly prompt: string;
  /** Further questions, where the first answer stays general. */
  readonly probes: readonly string[];
}

export const GUIDE_VERSION = '1';

/** The guide that is offered: open questions, one thing at a time, none that suggests its answer. */
export const GUIDE: readonly GuideQuestion[] = [
  {
    number: 1,
    about: 'Knowing the policy',
    prompt: 'What do you know of our supervision policy, and what do you use it for?',
    probes: ['Which part did you last look up?', 'What do you tell somebody who has just joined?'],
  },
  {
    number: 2,
    about: 'How word of it reached people',
    prompt: 'Through what did you learn that there is a policy?',
    probes: ['Which of these told you most?', 'Who would it not have reached?'],
  },
  {
    number: 3,
    about: 'How often, planned and in passing',
    prompt: 'How often does supervision take place for you, planned and in between?',
    probes: ['What moves or shortens it?', 'When a decision is made in passing, where is it written down?'],
  },
  {
    number: 4,
    about: 'Who is supervised',
    prompt: 'Who around you has a supervisor, and who has none?',
    probes: ['How does it differ for staff who are not social workers?', 'Who could answer that better than we can?'],
  },
  {
    number: 5,
    about: 'What helps those who supervise',
    prompt: 'What helps you to supervise well?',
    probes: ['What was different after the last training?', 'How free are you to choose an approach?'],
  },
  {
    number: 6,
    about: 'What gets in the way',
    prompt: 'What gets in the way of supervision that does some good?',
    probes: ['How often did that happen in the last three months?', 'What one thing would take the largest obstacle away?'],
  },
  {
    number: 7,
    about: 'Appraisal and supervision',
    prompt: 'How do appraisal and supervision go together here?',
    probes: ['What time does it take now, and what will it take in a year?'],
  },
  {
    number: 8,
    about: 'Continuity, and being heard',
    prompt: 'How does one supervision follow from the one before?',
    probes: ['What can a worker change through supervision?', 'Can you name something that was changed in this way?'],
  },
  {
    number: 9,
    about: 'Practice, and life for children',
    prompt: 'What is different for children and families because of supervision, and how would somebody see it?',
    probes: ['What else changed at that time?', 'What on a record shows it?'],
  },
  {
    number: 10,
    about: 'One’s own work',
    prompt: 'What has changed in your own work, if anything has?',
    probes: ['What did you do like this before?', 'How does supervision help with the weight of the work?'],
  },
  {
    number: 11,
    about: 'Systems and processes',
    prompt: 'Which forms, systems or ways of doing things are different now?',
    probes: ['What takes longer, and what less long?'],
  },
  {
    number: 12,
    about: 'Learning between teams',
    prompt: 'How does something that works in one team get to the others?',
    probes: ['How far did the last good idea travel?', 'What stops it?'],
  },
  {
    number: 13,
    about: 'Good work being noticed',
    prompt: 'When was good work last noticed here, and by whom?',
    probes: ['What is noticed more: how fast, how much, or how well?', 'What is the mood in the team?'],
  },
];

/** A record's questions as the guide puts them. */
export function notesFromGuide(guide: readonly GuideQuestion[] = GUIDE): QuestionNote[] {
  return guide.map(({ number, prompt }) => emptyNote(`q${number}`, number, prompt));
}

/** What a question is about; null for one of the council's own. */
export function aboutOf(construct: number | null): string | null {
  return GUIDE.find(({ number }) => number === construct)?.about ?? null;
}

/** The version of the guide that a record was made with, and whether its wording was changed. */
export function guideVersionOf(questions: readonly QuestionNote[]): string {
  const isAsOffered =
    questions.length === GUIDE.length &&
    questions.every(({ construct, asked }) => GUIDE.some(({ number, prompt }) => number === construct && prompt === asked));
  return isAsOffered ? GUIDE_VERSION : `${GUIDE_VERSION}, changed`;
}
