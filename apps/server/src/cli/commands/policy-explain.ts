import { dateInWords, dateWithWeekday } from '@plumbline/analytics/wording';
import { findTimeline, inCouncil, loadFacts } from '@plumbline/database';
import { formatDay, londonDay, londonInstant, parseDay, type Day } from '@plumbline/domain/calendar';
import type { Facts } from '@plumbline/domain/facts';
import {
  assessVersions,
  compilePolicy,
  onlyVersion,
  versionOf,
  versionOn,
  type CompiledPolicy,
  type Duty,
  type PolicyTimeline,
} from '@plumbline/domain/rules';
import type { Environment } from '../../env.ts';
import { chooseCouncil, CommandError, say, takeApart, withStore, type Words } from '../command.ts';
import { factsInFolder, WHOLE_FROM } from './policy-facts.ts';
import { openPolicy } from './policy-folder.ts';
import { explanationLines } from './policy-sentences.ts';

type Subject = Duty['about'];

/** `plumbline policy explain`: everything that is asked about a person or a child on a day, with the reason in words. */
export async function explainRequirements(words: readonly string[], environment: Environment): Promise<number> {
  const { plain, named } = takeApart(words, {
    flags: ['all'],
    options: ['pack', 'facts', 'council', 'person', 'child', 'on', 'records-from'],
  });
  if (plain.length > 0) throw new CommandError(`"${plain[0]}" belongs after an option: --person or --child.`);
  const subject = subjectOf(named);
  const today = londonDay(Math.floor(Date.now() / 60_000));
  const on = dayAfter(named, 'on') ?? today;
  const { timeline, facts } = await readFrom(named, environment, subject, Math.max(on, today));
  sayAll(timeline, facts, subject, on, named.has('all'));
  return 0;
}

function subjectOf(named: Words['named']): Subject {
  const [person, child] = [named.get('person'), named.get('child')];
  if (person !== undefined && child === undefined) return { kind: 'person', ref: person };
  if (child !== undefined && person === undefined) return { kind: 'child', ref: child };
  throw new CommandError('Say about whom: --person with a staff number, or --child with a case reference.');
}

function dayAfter(named: Words['named'], option: string): Day | null {
  const text = named.get(option);
  if (text === undefined) return null;
  const day = parseDay(text);
  if (day === null) throw new CommandError(`--${option} needs a day such as 2026-05-12; "${text}" is none.`);
  return day;
}

interface Read {
  readonly timeline: PolicyTimeline;
  readonly facts: Facts;
}

async function readFrom(named: Words['named'], environment: Environment, subject: Subject, lastDay: Day): Promise<Read> {
  const [folder, council, pack] = [named.get('facts'), named.get('council'), named.get('pack')];
  if (folder !== undefined && council !== undefined) throw new CommandError('Give --facts or --council, not both.');
  const chosen = pack === undefined ? null : compilePolicy(openPolicy(pack).pack);
  if (folder !== undefined) {
    if (chosen === null) throw new CommandError('Say the policy with --pack: its name, or its folder.');
    const recordsFrom = dayAfter(named, 'records-from');
    return {
      timeline: onlyVersion(chosen),
      facts: await factsInFolder(folder, lastDay, recordsFrom === null ? WHOLE_FROM : formatDay(recordsFrom)),
    };
  }
  return await fromCouncil(environment, council, chosen, subject);
}

/** The facts of a council that runs here, under its own policy or under the one that was named instead. */
async function fromCouncil(
  environment: Environment,
  council: string | undefined,
  chosen: CompiledPolicy | null,
  subject: Subject,
): Promise<Read> {
  return await withStore(environment, async (store) => {
    const { id, name } = await chooseCouncil(store, council);
    return await inCouncil(store.database, id, async (tx) => {
      const timeline = chosen === null ? await findTimeline(tx) : onlyVersion(chosen);
      if (timeline === null) throw new CommandError(`${name} has no policy yet.`, 1);
      const about = {
        persons: subject.kind === 'person' ? [subject.ref] : [],
        children: subject.kind === 'child' ? [subject.ref] : [],
      };
      return { timeline, facts: await loadFacts(tx, about) };
    });
  });
}

function sayAll(timeline: PolicyTimeline, facts: Facts, subject: Subject, on: Day, isHistoryToo: boolean): void {
  const isKnown =
    subject.kind === 'person'
      ? facts.person.some(({ person }) => person === subject.ref)
      : facts.child.some(({ child }) => child === subject.ref);
  if (!isKnown)
    throw new CommandError(
      `There is no ${subject.kind === 'person' ? 'member of staff' : 'child'} "${subject.ref}" among the facts.`,
      1,
    );
  const only = {
    persons: new Set(subject.kind === 'person' ? [subject.ref] : []),
    children: new Set(subject.kind === 'child' ? [subject.ref] : []),
  };
  const duties = assessVersions(timeline, facts, on, only)
    .duties.filter((duty) => duty.openedOn <= on && (isHistoryToo || isCurrent(duty, on)))
    .toSorted((a, b) => (a.dueOn ?? a.openedOn) - (b.dueOn ?? b.openedOn) || (a.rule < b.rule ? -1 : 1));
  const { council, title, version } = versionOn(timeline, on).policy.pack;
  say(`${subject.ref} on ${dateWithWeekday(formatDay(on))}: ${council}, ${title}, version ${version}`);
  if (duties.length === 0) say('Nothing is asked on that day.');
  const asOf = { on, at: londonInstant(on, 24 * 60 - 1) };
  for (const duty of duties) {
    const { policy } = versionOf(timeline, duty);
    const [headline = '', ...lines] = explanationLines(policy, facts, duty, asOf);
    say(`\n${titleOf(policy, duty)} — ${headline} [${duty.rule}]`);
    for (const line of lines) say(`  ${line}`);
  }
}

/** What a requirement hangs on: its clock, or the supervision, discussion or arrangement with its day. */
function titleOf(policy: CompiledPolicy, duty: Duty): string {
  const clock = policy.series.find(({ series: { id } }) => id === duty.series);
  if (clock !== undefined) return clock.series.title;
  const day = dateInWords(formatDay(duty.openedOn));
  switch (duty.subjectKind) {
    case 'session':
      return `Supervision ${duty.subject}, from ${day}`;
    case 'discussion':
      return `Discussion, from ${day}`;
    case 'allocation':
      return `Allocation of ${day}`;
    case 'relationship':
      return `Supervision by ${duty.subject.split('|')[1] ?? ''}, from ${day}`;
    default:
      return `From ${day}`;
  }
}

/** Whether something is still asked on a day: neither done nor over. A failing that cannot be made good is history. */
function isCurrent(duty: Duty, on: Day): boolean {
  if (duty.judged === 'breached' || duty.judged === 'advisory') return false;
  return (duty.metOn === null || duty.metOn > on) && (duty.endedOn === null || duty.endedOn >= on);
}
