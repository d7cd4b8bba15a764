export * from './check-design.ts';
export * from './findings.ts';
export { fleschKincaidGrade, readingAge, syllablesIn } from './reading-age.ts';
export { answersOffered, partsOf } from './structure.ts';
export { minutesByRoute, minutesFor, minutesToPromise, secondsFor, SECONDS_TO_ANSWER } from './time.ts';
export { HARD_ITEM_AGE } from './wording.ts';
