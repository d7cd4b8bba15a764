/**
 * Whole England's due dates, 1.5 million, on one thread, with the rule (and so the clause) that decides each: through
 * `assessCadence`, the function that stored duties and past days go through too. Beside it two rules engines for JavaScript are
 * given the same rules and the same attributes of a sample of the same subjects on the day of their last counted event, made
 * ready outside the timed part; they choose the rule and the same month arithmetic follows. Where the question is the same
 * (the date falls within the stretch it started in) the answers must be equal before anything is timed.
 */
import { addInterval, approximateDays, type Interval } from '@plumbline/domain/calendar';
import type { Condition, RuleOf } from '@plumbline/domain/policy';
import { assessCadence, compilePolicy, Segments, type CompiledPolicy } from '@plumbline/domain/rules';
import { makeEngland, type EnglandClocks } from '@plumbline/demo';
import { loadPack } from '@plumbline/policies';
import { Engine } from 'json-rules-engine';
import { RuleEngine } from 'node-rules';
import { insist, printSpread, spreadOf, timeTogether } from './measure.ts';

const RUNS = 7;
const SAMPLE = 20_000;

interface Question {
  readonly subject: number;
  readonly from: number;
  readonly attributes: Record<string, boolean>;
  /** Null where a change lies between, so that a rules engine is not asked the same thing. */
  readonly expected: { rule: string; due: number } | null;
}

interface PeerRule {
  readonly id: string;
  readonly condition: Condition;
  readonly every: Interval;
}

const policy = compilePolicy(loadPack('wirral'));
const england = makeEngland(policy, '2026-11-21');
const clocks = england.people.columns.subjects + england.children.columns.subjects;
const questions = ask(policy, england.children);
const rules = peerRules(policy, england.children);
const relaxes = new Map(
  policy.rules.flatMap((rule) => (rule.kind === 'cadence' ? [[rule.id, rule.relaxes ?? []] as const] : [])),
);

const jsonEngine = makeJsonEngine(rules);
const nodeEngine = makeNodeEngine(rules);
await check('json-rules-engine', (question) => jsonDue(jsonEngine, question));
await check('node-rules', (question) => nodeDue(nodeEngine, question));

const assessEngland = (): void => {
  assessCadence(policy, england.people.series, england.people.columns, true);
  assessCadence(policy, england.children.series, england.children.columns, true);
};
checkCurrent(england.people);
checkCurrent(england.children);
const [ours, json, node] = await timeTogether(RUNS, [
  assessEngland,
  () => askAll((question) => jsonDue(jsonEngine, question)),
  () => askAll((question) => nodeDue(nodeEngine, question)),
]);
const scale = clocks / questions.length;
const sample = questions.length.toLocaleString('en-GB');
printSpread(`plumbline: ${clocks.toLocaleString('en-GB')} due dates with rule ids`, spreadOf(ours));
report('json-rules-engine', json);
report('node-rules', node);

async function askAll(due: (question: Question) => Promise<unknown>): Promise<void> {
  for (const question of questions) await due(question);
}

/** Each round's ratio is taken of times that lie beside each other, so that a slow minute of the machine slows both. */
function report(name: string, times: readonly number[]): void {
  const ratios = spreadOf(times.map((time, round) => (time * scale) / (ours[round] ?? Number.NaN)));
  printSpread(
    `${name}: the same, scaled from ${sample}`,
    spreadOf(times.map((time) => time * scale)),
    `  ratio ${ratios.median.toFixed(0)} to 1 (least ${ratios.min.toFixed(0)}, most ${ratios.max.toFixed(0)})`,
  );
}

/** What stands since the last event must be the end of the whole history, for every subject. */
function checkCurrent({ series, columns }: EnglandClocks): void {
  const whole = assessCadence(policy, series, columns);
  const current = assessCadence(policy, series, columns, true);
  const last = new Map<number, number>();
  for (let i = 0; i < whole.count; i += 1) last.set(whole.subject[i] ?? -1, i);
  for (let i = 0; i < current.count; i += 1) {
    if (current.subject[i] === current.subject[i + 1]) continue;
    const at = last.get(current.subject[i] ?? -1) ?? -1;
    const isSame =
      whole.due[at] === current.due[i] && whole.rule[at] === current.rule[i] && whole.opened[at] === current.opened[i];
    insist(isSame, `The whole history of subject ${current.subject[i]} ends otherwise.`);
    last.delete(current.subject[i] ?? -1);
  }
  insist(last.size === 0, `${last.size} subjects have a history but nothing that stands.`);
}

async function check(name: string, due: (question: Question) => Promise<{ rule: string; due: number } | null>): Promise<void> {
  let compared = 0;
  for (const question of questions) {
    if (question.expected === null) continue;
    const answer = await due(question);
    insist(
      answer?.rule === question.expected.rule && answer.due === question.expected.due,
      `${name} and plumbline differ on subject ${question.subject}`,
    );
    compared += 1;
  }
  insist(compared > questions.length / 4, `Only ${compared} of ${questions.length} subjects could be compared with ${name}.`);
  console.log(
    `${name}: ${compared.toLocaleString('en-GB')} of ${questions.length.toLocaleString('en-GB')} sampled due dates compared, all equal`,
  );
}

/** The attributes and phases of a sample of subjects on the day of their last counted event. */
function ask(compiled: CompiledPolicy, { series, columns }: EnglandClocks): Question[] {
  const segments = new Segments(compiled, series, columns.agreed);
  const names = [...series.attributeBits.keys()];
  const found: Question[] = [];
  const step = Math.floor(columns.subjects / SAMPLE);
  for (let subject = 0; subject < columns.subjects && found.length < SAMPLE; subject += step) {
    const last = (columns.eventOffset[subject + 1] ?? 0) - 1;
    if (last < (columns.eventOffset[subject] ?? 0)) continue;
    const from = columns.eventDay[last] ?? 0;
    segments.build(columns, subject);
    let k = 0;
    while (k < segments.count - 1 && (segments.to[k] ?? 0) < from) k += 1;
    const interval = segments.intervals[segments.interval[k] ?? -1];
    const rule = compiled.rules[segments.rule[k] ?? -1];
    if (
      interval === undefined ||
      rule === undefined ||
      (segments.from[k] ?? 0) > from ||
      (segments.interval[k] ?? 0) >= compiled.intervals.length
    )
      continue;
    const mask = segments.mask[k] ?? 0;
    const attributes = Object.fromEntries(names.map((name, bit) => [name, (mask & (1 << bit)) !== 0]));
    series.phasesOf.flat().forEach((phase) => (attributes[`phase-${phase.bit}`] = (mask & (1 << phase.bit)) !== 0));
    const due = addInterval(from, interval);
    found.push({ subject, from, attributes, expected: due <= (segments.to[k] ?? 0) ? { rule: rule.id, due } : null });
  }
  return found;
}

/** The pack's rules of the clock, each phase as one more attribute that must hold. */
function peerRules(compiled: CompiledPolicy, { series }: EnglandClocks): PeerRule[] {
  const names = [...series.attributeBits.keys()];
  return compiled.rules
    .filter((rule): rule is RuleOf<'cadence'> => rule.kind === 'cadence' && rule.series === series.series.id)
    .flatMap((rule) => {
      if (rule.every === 'agreed') return [];
      const phases = rule.phase === undefined ? [] : (series.phasesOf[names.indexOf(rule.phase.of)] ?? []);
      const phase = phases.find(
        (p) => JSON.stringify([p.after, p.upTo]) === JSON.stringify([rule.phase?.after ?? null, rule.phase?.upTo ?? null]),
      );
      const condition: Condition = phase === undefined ? rule.when : { all: [rule.when, `phase-${phase.bit}`] };
      return [{ id: rule.id, condition, every: rule.every }];
    });
}

type JsonCondition =
  | { fact: string; operator: string; value: boolean }
  | { all: JsonCondition[] }
  | { any: JsonCondition[] }
  | { not: JsonCondition };

function asJson(condition: Condition): JsonCondition {
  if (typeof condition === 'string') return { fact: condition, operator: 'equal', value: true };
  if ('all' in condition) return { all: condition.all.map(asJson) };
  if ('any' in condition) return { any: condition.any.map(asJson) };
  return { not: asJson(condition.not) };
}

function makeJsonEngine(all: readonly PeerRule[]): Engine {
  const engine = new Engine([], { allowUndefinedFacts: true });
  for (const rule of all)
    engine.addRule({
      conditions: { all: [asJson(rule.condition)] } as never,
      event: { type: rule.id, params: { every: rule.every } },
    });
  return engine;
}

async function jsonDue(engine: Engine, question: Question): Promise<{ rule: string; due: number } | null> {
  const { events } = await engine.run(question.attributes);
  return shortest(
    question,
    events.map((event) => ({ id: event.type, every: (event.params as { every: Interval }).every })),
  );
}

function holds(condition: Condition, attributes: Record<string, boolean>): boolean {
  if (typeof condition === 'string') return attributes[condition] === true;
  if ('all' in condition) return condition.all.every((part) => holds(part, attributes));
  if ('any' in condition) return condition.any.some((part) => holds(part, attributes));
  return !holds(condition.not, attributes);
}

interface NodeFact {
  readonly attributes: Record<string, boolean>;
  readonly found: { id: string; every: Interval }[];
}

interface NodeFlow {
  when(value: boolean): void;
  next(): void;
}

function makeNodeEngine(all: readonly PeerRule[]): RuleEngine {
  const engine = new RuleEngine([], { ignoreFactChanges: true });
  for (const rule of all) {
    engine.register({
      name: rule.id,
      condition: (flow: NodeFlow, fact: NodeFact) => flow.when(holds(rule.condition, fact.attributes)),
      consequence: (flow: NodeFlow, fact: NodeFact) => {
        fact.found.push({ id: rule.id, every: rule.every });
        flow.next();
      },
    } as never);
  }
  return engine;
}

async function nodeDue(engine: RuleEngine, question: Question): Promise<{ rule: string; due: number } | null> {
  const fact: NodeFact = { attributes: question.attributes, found: [] };
  const result = await new Promise<NodeFact>((resolve) =>
    engine.execute(fact as never, (done: unknown) => resolve(done as NodeFact)),
  );
  return shortest(question, result.found);
}

function shortest(question: Question, found: readonly { id: string; every: Interval }[]): { rule: string; due: number } | null {
  let best: { id: string; every: Interval } | null = null;
  const relaxed = new Set(found.flatMap((rule) => relaxes.get(rule.id) ?? []));
  // The engines name what held in no particular order; of equal intervals the first in the pack is meant.
  for (const rule of found.toSorted((a, b) => order(a.id) - order(b.id))) {
    if (!relaxed.has(rule.id) && (best === null || approximateDays(rule.every) < approximateDays(best.every))) best = rule;
  }
  return best === null ? null : { rule: best.id, due: addInterval(question.from, best.every) };
}

function order(id: string): number {
  return policy.ruleIndex.get(id) ?? -1;
}
