export { blankPack } from './blank-pack.ts';
export { readOtherwise, switchConvention, type Decision } from './decisions.ts';
export { publicationProblems, type PublicationCase, type PublicationProblem } from './publication.ts';
export { compareVersionNumbers, suggestedVersion } from './version-numbers.ts';
export { attributesKnownOf, type AttributeSubject } from '../check/attributes.ts';
