/** What a survey's author reads about a form: findings, lineages, silences, what did not come over from a file. */
import type {
  AnswerProblem,
  Block,
  DesignFinding,
  DesignImportNote,
  IndexName,
  ItemChange,
  KeptDetail,
  MeaningChange,
  PolicyTopic,
  SupervisionRoute,
} from '@plumbline/domain/surveys';
import { listInWords } from './intervals.ts';

export const BLOCK_WORDS: Readonly<Record<Block, string>> = {
  everybody: 'Everybody',
  receives: 'About the supervision they receive',
  gives: 'About the supervision they give',
  neither: 'Those with no supervision',
};

export const ROUTE_WORDS: Readonly<Record<SupervisionRoute, string>> = {
  receives: 'who receives supervision',
  gives: 'who gives it',
  both: 'who does both',
  neither: 'who has neither',
};

export const INDEX_WORDS: Readonly<Record<IndexName, string>> = {
  access: 'Access',
  quality: 'Quality of session',
  support: 'Support',
  influence: 'Influence and learning',
  recognition: 'Recognition',
};

export const TOPIC_WORDS: Readonly<Record<PolicyTopic, string>> = {
  gap: 'How often a post like mine should meet',
  shared: 'How soon the record reaches the person supervised',
  readers: 'Who may read the record',
  filed: 'How soon a talk about a child is on the child’s record',
  agreement: 'How soon the agreement is looked at again',
  'new-work': 'How soon new work is talked over',
  length: 'How long a session lasts',
};

/** Findings that are always the same sentence. */
const PLAIN = {
  'no-items': 'There are no questions yet. Choose some from the bank, or add your own.',
  'same-id': 'This question stands twice in the form. Take one of them out.',
  'never-asked':
    'Nobody is asked this: no part of the form and no group of staff that it is for have anybody in common. Change who is asked.',
  bounds: 'The least number is not below the most. Set the two apart.',
  bands: 'The bands leave a gap or lie over one another.',
  'right-missing': 'None of its answers is the right one. Attach the policy anew.',
  'policy-missing': 'It asks what the policy says, and no policy is attached. Attach one, or take the question out.',
  'double-negative': 'It says no twice. Turn it into a plain statement.',
  'no-window': 'It asks how often without saying over which time. Begin with “In the last three months”.',
  'scale-order': 'Its answers run from good to bad. Turn them round, as all other questions run from bad to good.',
  'no-warning': 'It asks for words of people’s own, and does not say that they should name nobody. Add that below the question.',
} as const satisfies Partial<Record<DesignFinding['kind'], string>>;

type PlainFinding = Extract<DesignFinding, { kind: keyof typeof PLAIN }>;

/** One finding as a sentence: what it is, and how to mend it. `nameOf` gives an item's place, such as "question 4". */
export function designFinding(finding: DesignFinding, nameOf: (itemId: string) => string): string {
  return isPlain(finding) ? PLAIN[finding.kind] : toldFinding(finding, nameOf);
}

function isPlain(finding: DesignFinding): finding is PlainFinding {
  return finding.kind in PLAIN;
}

function toldFinding(finding: Exclude<DesignFinding, PlainFinding>, nameOf: (itemId: string) => string): string {
  switch (finding.kind) {
    case 'same-lineage':
      return `This counts as the same question as ${nameOf(finding.other)}. Take one of the two out.`;
    case 'hangs-on-nothing':
      return `It is shown only after an answer to ${nameOf(finding.other)}, which is not there, comes later, or is not asked of the same people. Move it, or take the condition away.`;
    case 'hangs-on-no-answer':
      return `It is shown only after an answer that ${nameOf(finding.other)} no longer offers. Choose the answers again.`;
    case 'same-option':
      return `The answer “${finding.option}” stands twice.`;
    case 'most':
      return `People put so many in order out of ${finding.options}: it has to be fewer than all of them.`;
    case 'names-child':
      return `It asks for something that could name a child or family (“${finding.words}”). Ask about the work, never for a name.`;
    case 'asks-who':
      return `It asks who somebody is (“${finding.words}”). The invitation knows the group already; a finer answer could give a person away.`;
    case 'double-barrelled':
      return `It may ask two things at once (“${finding.word}”). Somebody who agrees with one half has no answer: make two questions of it.`;
    case 'leading':
      return `“${finding.words}” pushes towards an answer. Ask without it.`;
    case 'hard-to-read':
      return `Hard to read: about the level of age ${Math.round(finding.age)}. Use shorter words, or two sentences.`;
    case 'not-scored':
      return `It counts towards “${INDEX_WORDS[finding.index]}”, and its answers have no place on a scale. Take it out of the index.`;
    case 'no-reversed':
      return `“${INDEX_WORDS[finding.index]}” has no question to which agreeing means something bad. People who agree with everything then look content: turn one round.`;
    case 'many-texts':
      return `${finding.count} questions ask for words. Few people write so much; two or three are read with more care.`;
    case 'form-hard-to-read':
      return `The form as a whole reads at about the level of age ${Math.round(finding.age)}. Tired people read more easily at 12 or below.`;
    case 'too-long':
      return `It takes somebody ${ROUTE_WORDS[finding.route]} about ${Math.round(finding.minutes)} minutes; more than ${finding.most}, and people stop half-way.`;
    case 'pulse-size':
      return `The pulse takes ${finding.count} questions. With ${finding.most} it can be asked between rounds without wearing people out.`;
    case 'pulse-hangs':
      return `The pulse would leave it out, because it hangs on ${nameOf(finding.other)}, which the pulse does not take.`;
  }
}

const MEANING_WORDS: Readonly<Record<MeaningChange, string>> = {
  kind: 'it is asked in another way',
  answers: 'its answers are others',
  scale: 'its scale is another',
  reversal: 'agreeing now means the opposite',
  bounds: 'its bounds are others',
  condition: 'it is shown to other people',
};

/** Why a question cannot be compared with the version before, as one sentence. */
export function lineageBroken(changes: readonly MeaningChange[]): string {
  if (changes.length === 0) return 'Results begin anew with this version: it is not the same question as before.';
  return `Results begin anew with this version: ${listInWords(changes.map((change) => MEANING_WORDS[change]))}.`;
}

const DETAIL_WORDS: Readonly<Record<KeptDetail, string>> = {
  words: 'worded otherwise',
  'option-words': 'answers worded otherwise',
  'asked-of': 'asked of others',
  pulse: 'in or out of the pulse',
  index: 'counted in another index',
  facts: 'the policy says something else now',
};

/** What became of a question between two versions; null where it is just as it was. */
export function itemChange(change: ItemChange): string | null {
  switch (change.kind) {
    case 'added':
      return 'New. There is nothing before it to compare with.';
    case 'removed':
      return 'No longer asked.';
    case 'broken':
      return lineageBroken(change.changes);
    case 'kept':
      return change.details.length === 0
        ? null
        : `Still compared with before; ${listInWords(change.details.map((detail) => DETAIL_WORDS[detail]))}. Make sure that it means the same.`;
  }
}

/** What to say of a question of another tool that did not come over, or not whole. */
export function importNote({ kind, detail }: Pick<DesignImportNote, 'kind' | 'detail'>): string {
  switch (kind) {
    case 'not-mapped':
      return `Left out: nothing here asks like that${detail === '' ? '' : ` (${detail})`}.`;
    case 'asks-who':
      return `Left out: it asks for something that could show who answers${detail === '' ? '' : ` (${detail})`}.`;
    case 'no-room':
      return 'Left out: a form has room for 120 questions.';
    case 'condition':
      return `Came over, and everybody is asked it: its condition is not of a kind known here (${detail}).`;
    case 'comment':
      return 'Came over without the box for words beside its choices.';
    case 'rows':
      return `Came over as ${detail} questions, one for each row, so that each asks one thing.`;
    case 'shortened':
      return `Came over cut to ${detail} characters.`;
    case 'placeholder':
      return `Came over without what would have been filled in for each person (${detail}).`;
    case 'forced':
      return 'Came over as a question that may be left out, as all are here.';
    case 'limit':
      return `Came over without what the file asks of an answer (${detail}).`;
    case 'bounds':
      return `Came over with our bounds (${detail}), because the file gives none.`;
  }
}

/** Why a file was not taken in at all. */
export const IMPORT_REFUSAL_WORDS: Readonly<Record<string, string>> = {
  'not-a-form': 'This is no survey of LimeSurvey (.lss) or SurveyJS (.json). Export the survey’s structure, not its answers.',
  'too-large': 'The file is too large for a survey’s structure. Export the structure alone, without pictures or answers.',
  'too-deep': 'The file is nested deeper than any survey is, so that it is not read.',
  'not-safe': 'The file brings definitions of its own (a DOCTYPE), which a survey’s structure does not need. It is not read.',
};

/** Why an answer does not fit the form, for whoever sent it. */
export function answerProblem(problem: AnswerProblem): string {
  switch (problem.kind) {
    case 'unknown-route':
      return 'Say first whether you receive supervision, give it, both, or neither.';
    case 'not-asked':
    case 'not-shown':
      return 'This question is not asked here. Leave it out.';
    case 'wrong-kind':
    case 'unknown-option':
      return 'This answer is none of those offered.';
    case 'chosen-twice':
      return 'The same answer is chosen twice.';
    case 'too-many':
      return `Choose ${problem.most} at most.`;
    case 'not-alone':
      return 'One of these answers takes the others away.';
    case 'out-of-bounds':
      return 'This number is not among those that can be given.';
    case 'too-long':
      return `Use ${problem.longest} characters at most.`;
    case 'empty':
      return 'There is nothing in this answer.';
  }
}
