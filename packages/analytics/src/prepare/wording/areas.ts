/** What the areas of rules and audit questions are called; two codes of one area are called the same. */
const AREAS: Readonly<Record<string, string>> = {
  agreement: 'Supervision agreement',
  preparation: 'Preparation',
  'frequency-staff': 'How often: staff',
  'frequency-case': 'How often: children',
  'frequency-child': 'How often: children',
  duration: 'How long',
  deadline: 'Time limits',
  'log-status': 'The supervision log',
  log: 'The supervision log',
  agenda: 'What is talked about',
  models: 'Models and tools',
  'check-in': 'Check-ins and appraisal',
  recording: 'Recording',
  signature: 'Signing and disagreeing',
  confidentiality: 'Who may read',
  equality: 'Equality',
  training: 'Learning and development',
  probation: 'Probation',
  observation: 'Observation of practice',
  group: 'Group supervision',
  'who-may-supervise': 'Who may supervise',
  ratio: 'How many people each supervises',
  retention: 'Keeping and handing on records',
  scope: 'Whom it is for',
  QA: 'Oversight and audit',
};

/** What an area is called: those of policies come as codes such as `agenda/template`, a council's own as words. */
export function areaInWords(area: string): string {
  const own = area.trim();
  const [head = ''] = own.split('/');
  const known = AREAS[own] ?? AREAS[head];
  if (known !== undefined) return known;
  const isCode = /^[a-z]+(?:[-/][a-z]+)*$/.test(own);
  const words = isCode ? own.replaceAll(/[-/]/g, ' ') : own;
  return words === '' ? 'No area' : words.charAt(0).toUpperCase() + words.slice(1);
}
