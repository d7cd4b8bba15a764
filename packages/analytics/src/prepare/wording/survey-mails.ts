import type { LocalDate } from '@plumbline/domain/calendar';
import { dateWithWeekday } from './dates.ts';

export type SurveyMailTemplate = 'survey-invitation' | 'survey-reminder' | 'survey-concern';

/** What the sentences of a mail about a survey round need. Nothing in it is about one person but the group they are counted in. */
export interface SurveyMailValues {
  readonly title: string;
  readonly council: string;
  readonly closesOn: LocalDate;
  readonly minutes: number;
  readonly group: string;
  readonly fingerprint: string;
  readonly manifestHash: string;
  /** Where everybody signs in. */
  readonly url: string;
}

/** A mail about a survey round in plain text; null for a template that is not known. No link in it says who was sent it. */
export function surveyMail(
  template: SurveyMailTemplate,
  values: SurveyMailValues,
): { readonly subject: string; readonly text: string } | null {
  switch (template) {
    case 'survey-invitation':
      return { subject: `Staff survey: ${values.title}`, text: paragraphs([...invitation(values), ...toCheck(values)]) };
    case 'survey-reminder':
      return { subject: `Reminder, staff survey: ${values.title}`, text: paragraphs([...reminder(values), ...toCheck(values)]) };
    case 'survey-concern':
      return { subject: 'A survey comment needs you today', text: paragraphs(concern(values)) };
    default:
      return null;
  }
}

function invitation({ title, council, closesOn, minutes, url }: SurveyMailValues): string[] {
  return [
    `${council} asks everybody who works there how supervision goes: “${title}”. It takes about ${minutes} minutes and is open until ${dateWithWeekday(closesOn)}.`,
    `Sign in at ${url} and make your one-time link on Home. The answers go to another place, which does not know who you are. Nothing that is kept ties an answer to your name, not even for the people who run this system.`,
    'Taking part is your own choice, and so is leaving out any question. Whoever would rather answer on paper asks for a form.',
  ];
}

function reminder({ title, closesOn, url }: SurveyMailValues): string[] {
  return [
    `“${title}” is open until ${dateWithWeekday(closesOn)}.`,
    'We cannot know who has answered, so this goes to everybody. If you have answered already: thank you, there is nothing more to do.',
    `If you have not: sign in at ${url} and make your one-time link on Home.`,
    'To get no more reminders of this survey, press “Stop reminding me” there. It says nothing about whether you answered.',
  ];
}

/** Not a word of what was written: a mail can be read by others, and stays. */
function concern({ title, url }: SurveyMailValues): string[] {
  return [
    `Whoever reads the comments of “${title}” has handed one to you. Please read it today.`,
    `Sign in at ${url}; a line on Home leads to it.`,
    'It was written in an anonymous survey. Nobody can find out by whom, and nobody may try.',
  ];
}

/** The numbers by which anybody can see that everybody was shown the same survey and nobody was given a key of their own. */
function toCheck({ group, fingerprint, manifestHash }: SurveyMailValues): string[] {
  return [
    `To check, if you like: your answers are counted with this group: ${group}. Its key has the fingerprint\n${inFours(fingerprint)}\nand the list of all groups and keys has the number\n${inFours(manifestHash)}\nThe same numbers stand on the survey’s own page. Compare the second, all of it, with any colleague: everybody has the same. Compare the name of the group and the number of its key with a colleague of the same group: a group in which you find nobody else could be one that was made up to recognise you.`,
  ];
}

function inFours(hex: string): string {
  return hex.match(/.{1,4}/g)?.join(' ') ?? '';
}

function paragraphs(parts: readonly string[]): string {
  return `${parts.join('\n\n')}\n`;
}
