import { contentHash, formsAndWordsOf, type Rule } from '@plumbline/domain/policy';
import { isAboutForm } from '@plumbline/domain/policy/scenarios';
import { compilePolicy } from '@plumbline/domain/rules';
import { expect, test } from 'vitest';
import { listPackIds, listShippedIds, listStandardIds, loadAllPacks, loadPack } from '../src/load.ts';
import { loadScenarios } from '../src/load-scenarios.ts';

/** Wirral's rows that a computer can judge in the areas staff frequency, case frequency, duration, deadline and log, and what they need. */
const WIRRAL_COMPUTED = [
  'WIR-6.2a',
  'WIR-6.2b',
  'WIR-6.2c',
  'WIR-6.2d',
  'WIR-6.2e',
  'WIR-11.T1',
  'WIR-11.T2',
  'WIR-11.T3',
  'WIR-11.T4',
  'WIR-11.T6',
  'WIR-11.T7',
  'WIR-11.T8',
  'WIR-11.T9',
  'WIR-11.T10',
  'WIR-11.T11',
  'WIR-11.T12',
  'WIR-11.T13',
  'WIR-11.T14',
  'WIR-6.1a',
  'WIR-5.7',
  'WIR-5.4',
  'WIR-8.2',
  'WIR-8.3',
  'WIR-8.4',
  'WIR-8.6',
  'WIR-8.7',
  'WIR-S.1',
  'WIR-S.6',
  'WIR-2.1',
  'WIR-3.4',
  'WIR-5.5',
  'WIR-5.8',
  'WIR-6.E4',
  'WIR-8.10',
  'WIR-10.5a',
  'WIR-8.9',
];

/** The rest of those areas: asked of a person, or shown. */
const WIRRAL_ASKED = ['WIR-6.1b', 'WIR-6.2f', 'WIR-6.4', 'WIR-6.5', 'WIR-6.E1', 'WIR-11.5', 'WIR-11.T5'];

/** Kinds that give findings of their own, so that each rule needs its three examples. */
const JUDGED: readonly Rule['kind'][] = [
  'cadence',
  'deadline',
  'threshold',
  'completeness',
  'sequence',
  'standing',
  'quota',
  'eligibility',
  'ratio',
  'coverage',
  'trigger',
  'alternation',
  'access',
  'retention',
];

/** The examples that a rule needs. A field that shows evidence can be filled or empty; only a yes/no field can also say no. */
function examplesOf(rule: Rule): string[] {
  if (rule.kind === 'eligibility' && rule.strength === 'may') return ['met'];
  if (rule.kind === 'retention' && rule.keepFor === undefined) return ['met'];
  if (JUDGED.includes(rule.kind)) return ['met', 'breached', 'boundary'];
  return rule.kind === 'evidence' && rule.field !== undefined ? ['met', 'boundary'] : [];
}

test('every pack can be read, compiled and identified', () => {
  expect(listPackIds()).toEqual(['bcp', 'kent', 'shropshire', 'wirral']);
  expect(listStandardIds()).toEqual(['national']);
  expect(loadAllPacks().map(({ id }) => id)).toEqual(listShippedIds());
  for (const pack of loadAllPacks()) {
    expect(compilePolicy(pack).series.length).toBe(pack.series.length);
    expect(contentHash(pack)).toMatch(/^[0-9a-f]{64}$/);
  }
});

test('ids are given once, and every reading that is recorded is used or explains a convention', () => {
  for (const pack of loadAllPacks()) {
    const ids = [...pack.rules, ...pack.interpretations].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const forms = JSON.stringify(formsAndWordsOf(pack));
    const used = new Set(pack.rules.flatMap((rule) => rule.interpretations ?? []));
    const cited = Object.values(pack.conventions)
      .map(({ cites }) => cites)
      .join(' ');
    for (const { id } of pack.interpretations)
      expect(used.has(id) || cited.includes(id) || forms.includes(`"${id}"`) || id === 'WIR-AMB-28', `${pack.id} ${id}`).toBe(
        true,
      );
  }
});

test("every row of Wirral's frequency, length, deadline and log sections is there, with the kind it needs", () => {
  const { rules } = loadPack('wirral');
  for (const id of WIRRAL_COMPUTED) {
    const kind = rules.find((rule) => rule.id === id)?.kind;
    expect(kind, id).toBeDefined();
    expect(['evidence', 'guidance'], id).not.toContain(kind);
  }
  for (const id of WIRRAL_ASKED) expect(['evidence', 'guidance'], id).toContain(rules.find((rule) => rule.id === id)?.kind);
});

test.each(listShippedIds())(
  'every rule of %s that gives findings has an example met, one breached and one on the boundary',
  (id) => {
    const shown = new Set(
      loadScenarios(id).flatMap(({ content }) =>
        content.scenarios.flatMap((scenario) =>
          scenario.ask.map(({ shows, exampleOf, expect: answer, rule }) => `${exampleOf ?? answer.rule ?? rule} ${shows}`),
        ),
      ),
    );
    const missing = loadPack(id)
      .rules.flatMap((rule) => examplesOf(rule).map((shows) => `${rule.id} ${shows}`))
      .filter((wanted) => !shown.has(wanted));
    expect(missing).toEqual([]);
  },
);

test('what is shown is shown: met is met, breached is a failure, and a boundary that is not yet passed is asked on its last day', () => {
  // Where a policy sets no limit, what is missing is asked for and never fails.
  const failures = ['overdue', 'met-late', 'breached', 'advisory', 'needs-evidence'];
  const questions = listShippedIds().flatMap((id) =>
    loadScenarios(id).flatMap(({ content }) => content.scenarios.flatMap((scenario) => scenario.ask)),
  );
  const wrong = questions.filter((question) => {
    const { shows, on, asks } = question;
    const { finding, dueOn } = question.expect;
    if (isAboutForm(question)) return shows !== undefined || !['required', 'optional', 'not-asked'].includes(finding);
    if (asks !== undefined && asks !== 'setting') return finding !== 'allow' && finding !== 'deny';
    if (shows === 'met') return finding !== 'met';
    if (shows === 'breached') return !failures.includes(finding);
    return shows === 'boundary' && finding === 'due' && dueOn !== on;
  });
  expect(wrong).toEqual([]);
});

test('whatever people are asked can be answered by yes, no or "does not apply"', () => {
  const yesOrNo = /^(Was|Were|Is|Are|Has|Have|Had|Did|Do|Does|Can|Could) /;
  const asked = loadAllPacks().flatMap(({ rules }) =>
    rules.filter((rule) => rule.kind === 'evidence' && rule.field === undefined),
  );
  expect(asked.length).toBeGreaterThan(100);
  expect(
    asked.flatMap((rule) => (rule.kind === 'evidence' && !yesOrNo.test(rule.asks) ? [`${rule.id}: ${rule.asks}`] : [])),
  ).toEqual([]);
});

/** Rows of each council's text that a person confirms, and rows that are shown and asked about in audit. */
const ASKED_OF_PEOPLE = { wirral: [43, 33], bcp: [39, 31], kent: [34, 18], shropshire: [35, 16] } as const;

test.each(Object.entries(ASKED_OF_PEOPLE))(
  '%s has every row that people confirm or that is shown, each with its audit question',
  (id, counts) => {
    const { rules } = loadPack(id);
    // A word after a full stop marks a second rule of one row ("WIR-6.5.who"); Kent and Wirral use full stops in the rows' own ids.
    const rows = rules.filter((rule) => (rule.kind === 'evidence' || rule.kind === 'guidance') && !/\.[a-z]{2,}$/.test(rule.id));
    expect(['evidence', 'guidance'].map((kind) => rows.filter((rule) => rule.kind === kind).length)).toEqual(counts);
    expect(rows.filter((rule) => rule.auditQuestion === undefined).map((rule) => rule.id)).toEqual([]);
  },
);

test('nobody is asked the same thing twice', () => {
  for (const { id, rules } of loadAllPacks()) {
    const said = rules.flatMap((rule) => [rule.says, ...(rule.auditQuestion === undefined ? [] : [rule.auditQuestion])]);
    expect(
      said.filter((sentence, i) => said.indexOf(sentence) !== i),
      id,
    ).toEqual([]);
  }
});
