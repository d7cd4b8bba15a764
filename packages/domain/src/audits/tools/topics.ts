import type { AuditedKind } from '../kinds.ts';
import { areaHead } from './areas.ts';

/** What audits of supervision cover everywhere; by these it is seen what a policy's own questions leave out. */
export type Topic =
  | 'agreement'
  | 'record'
  | 'follow-up'
  | 'reflection'
  | 'workload'
  | 'wellbeing'
  | 'development'
  | 'equality'
  | 'decisions'
  | 'child-record'
  | 'late-reason'
  | 'how-often'
  | 'risk'
  | 'child-voice'
  /** What only the people themselves can say. */
  | 'own-word';

interface TopicSigns {
  /** An area all of whose questions are about it. */
  readonly areas: readonly string[];
  /** Words that show it in a question of any area; strict, so that a topic is rather asked about twice than left out. */
  readonly words: RegExp;
}

const NO_WORDS = /(?!)/;

/** Something stands on the child's own record; who is named there is another matter. */
const CHILD_RECORD = /\b(?:stands?|found|entered|recorded)\b[^,?]*\bchild['’]s (?:own )?(?:record|file)\b/i;

/** Somebody says, feels or knows; what a record says is no word of their own. */
const OWN_WORD =
  /\b(?:people|staff|members|workers?|both|person|persons|they)\b[^,?]*\b(?:say|says|feels?|knows?|wish(?:es)?|trust)\b/i;

const SIGNS: Readonly<Record<Topic, TopicSigns>> = {
  agreement: { areas: ['agreement'], words: NO_WORDS },
  record: { areas: [], words: /\bagree(?:d)? to the notes\b|\brecords?\b.*\bsigned\b|\bsigned\b.*\brecords?\b/i },
  'follow-up': { areas: [], words: /\b(?:actions?|steps)\b.*\b(?:followed|taken up|picked up|carried out|done|still open)\b/i },
  reflection: { areas: [], words: /\breflecti|\breflects?\b|\banalys|\blooks? critically\b|\bmay mean for the child\b/i },
  workload: { areas: ['ratio'], words: /\bworkload\b|\bhow many cases\b/i },
  wellbeing: { areas: [], words: /\bwell-?being\b|\bhow (?:they are|the worker is|this person is)\b|\bstrain\b/i },
  development: { areas: ['training'], words: /\blearning (?:plan|needs)\b|\bcareer\b|\bown growth\b|\bdevelopment\b/i },
  equality: { areas: ['equality'], words: /\bequality\b|\bprotected characteristics\b/i },
  decisions: {
    areas: [],
    words: /\bdecisions?\b[^,]*\b(?:why|reasons?)\b|\bwhy\b.*\bdeci(?:ded|sions?)\b|\bdecided\b.*\bwhy\b/i,
  },
  'child-record': { areas: [], words: CHILD_RECORD },
  'late-reason': { areas: ['log-status', 'log'], words: /\b(?:late|cancelled|postponed)\b.*\b(?:why|reasons?)\b/i },
  'how-often': { areas: ['frequency-case', 'frequency-child'], words: NO_WORDS },
  risk: { areas: [], words: /\b(?:weigh(?:s|ed)?|assess(?:es|ed)?)\b.*\b(?:risks?|harm|danger)\b/i },
  'child-voice': {
    areas: [],
    words: /\bwhat the child\b|\beach child come into view\b|\bthe child['’]s (?:voice|view|wishes)\b/i,
  },
  'own-word': { areas: [], words: OWN_WORD },
};

/** Whether a question is about a topic, by its area and its words. */
export function isAboutTopic({ area, asks }: { readonly area: string; readonly asks: string }, topic: Topic): boolean {
  const { areas, words } = SIGNS[topic];
  return areas.includes(areaHead(area)) || words.test(asks);
}

/**
 * Topics on which the lowest grade limits the overall grade, by what is audited, with the reason. Few, so that a limit means something;
 * of each topic one question of a tool is marked, the one that the policy puts most strongly.
 */
export const LIMITING_TOPICS: Readonly<Record<AuditedKind, readonly { readonly topic: Topic; readonly because: string }[]>> = {
  person: [
    { topic: 'record', because: 'What was not recorded and agreed by both cannot be relied on, by the person least of all.' },
    { topic: 'decisions', because: 'A decision without its reason can be neither learned from nor questioned.' },
  ],
  child: [
    { topic: 'risk', because: 'Supervision that does not weigh what could harm a child leaves the worker alone with it.' },
    {
      topic: 'decisions',
      because: 'Whoever takes the case on, and the child later in life, must be able to see why it was decided so.',
    },
  ],
  action: [],
};
