/** Why supervisions were cancelled, postponed or broken into, and why some were given no new date. */
export const REASONS = [
  'Supervisor at court',
  'Urgent strategy discussion',
  'Supervisee unwell',
  'Supervisor unwell',
  'Emergency placement to be found',
  'Training day moved',
  'Home visit ran over',
  'Review brought forward',
  'Staffing short on the day',
  'Train cancelled',
];
export const INTERRUPTIONS = [
  'Called to an urgent decision',
  'Fire alarm',
  'Police telephoned about a child',
  'Duty needed a manager',
  'Connection lost',
];
export const NO_NEW_DATE = [
  'Supervisee leaves this week',
  'Supervisor away until further notice',
  'Next one is already in the diary',
];
