import type { PublishedRelease, PlanView } from '@plumbline/analytics/survey-results';

/** What was done so that less had to be hidden, in sentences; nothing of any question by itself. */
export function remedyWords({ remedies, plan }: PublishedRelease, chosen: PlanView['plan']): string[] {
  const labels = new Map([...(chosen?.breakdowns ?? []), ...plan.breakdowns].map(({ id, label }) => [id, label.toLowerCase()]));
  const groups = new Map(
    [...(chosen?.breakdowns ?? []), ...plan.breakdowns].flatMap((one) => one.groups.map(({ id, label }) => [id, label] as const)),
  );
  const sentences: string[] = [];
  for (const remedy of remedies) {
    if (remedy.kind === 'groups-merged') {
      const names = remedy.groups.map((id) => groups.get(id) ?? plainName(id)).join(' and ');
      sentences.push(`${names} are shown together, because there were too few replies to show them apart.`);
    }
    if (remedy.kind === 'breakdown-left-out')
      sentences.push(
        `Nothing is shown ${labels.get(remedy.breakdown) ?? plainBreakdown(remedy.breakdown)}: there were too few replies.`,
      );
  }
  const inThree = new Set(remedies.flatMap((remedy) => (remedy.kind === 'answers-in-three' ? [remedy.question] : []))).size;
  const movedUp = new Set(remedies.flatMap((remedy) => (remedy.kind === 'question-moved-up' ? [remedy.question] : []))).size;
  if (inThree > 0)
    sentences.push(`In ${counted(inThree)} the two answers on each side of the middle are taken together in some breakdowns.`);
  if (movedUp > 0) sentences.push(`${capital(counted(movedUp))} can be shown for fewer breakdowns than the others.`);
  return sentences;
}

function counted(questions: number): string {
  return questions === 1 ? 'one question' : `${questions} questions`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function plainName(id: string): string {
  return id.split(':').at(-1)?.replaceAll('+', ' and ') ?? id;
}

const BREAKDOWNS: Readonly<Record<string, string>> = {
  service: 'by service',
  'role-family': 'by kind of work',
  cell: 'by service and kind of work',
  route: 'by who receives and gives supervision',
  'service-by-route': 'by service, and who receives and gives supervision',
};

function plainBreakdown(id: string): string {
  return BREAKDOWNS[id] ?? `by ${id}`;
}
