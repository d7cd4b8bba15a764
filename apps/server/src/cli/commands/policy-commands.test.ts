import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readEnvironment } from '../../env.ts';
import { CommandError, type Command } from '../command.ts';
import { checkPolicies } from './policy-check.ts';
import { comparePolicies } from './policy-diff.ts';
import { explainRequirements } from './policy-explain.ts';
import { startPolicy } from './policy-new.ts';
import { writeSchema } from './policy-schema.ts';
import { testPolicies } from './policy-test.ts';

let folder = '';

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'policy-'));
  await run(startPolicy, 'westmoor', '--in', folder);
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Ran {
  readonly code: number;
  readonly said: string;
}

/** Runs a command as the main program does: what it says, and the code that it ends with. */
async function run(command: Command, ...words: readonly string[]): Promise<Ran> {
  const written: string[] = [];
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = (text: string | Uint8Array): boolean => {
    written.push(String(text));
    return true;
  };
  try {
    const code = await command(words, readEnvironment({ PLUMBLINE_DATA: folder }));
    return { code, said: written.join('') };
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    return { code: error.exitCode, said: `${written.join('')}${error.message}` };
  } finally {
    process.stdout.write = write;
  }
}

const westmoor = (): string => path.join(folder, 'westmoor');

function change(file: string, from: string, to: string): void {
  const place = path.join(westmoor(), file);
  const text = readFileSync(place, 'utf8');
  expect(text).toContain(from);
  writeFileSync(
    place,
    text.replace(from, () => to),
  );
}

const CHILDREN = `
  - id: W-3
    kind: cadence
    clause: '3'
    area: frequency-case
    says: In the first year of a foster placement the child is discussed every two months.
    appliesTo: Children in foster care
    strength: must
    series: case-supervision
    when: placement:foster
    phase: { of: placement:foster, upTo: { days: 365 } }
    every: { months: 2 }
  - id: W-4
    kind: cadence
    clause: '3'
    area: frequency-case
    says: After a year in foster care the child is discussed every three months.
    appliesTo: Children in foster care
    strength: must
    series: case-supervision
    when: placement:foster
    phase: { of: placement:foster, after: { months: 12 } }
    every: { months: 3 }
  - id: W-5
    kind: counting
    clause: '3'
    area: frequency-case
    says: A discussion counts once it is on the child's file.
    appliesTo: Children in foster care
    strength: must
    series: case-supervision
    counts: {}
    evidence: child-file
`;

function addChildren(): void {
  writeFileSync(path.join(westmoor(), 'rules/children.yaml'), `rules:${CHILDREN}`);
  writeFileSync(
    path.join(westmoor(), 'pack.yaml'),
    `${readFileSync(path.join(westmoor(), 'pack.yaml'), 'utf8')}  - { id: case-supervision, subject: child, title: Case supervision, anchor: open, countedBy: W-5, owes: supervisor, needs: [child, placement, discussion] }\n`,
  );
}

describe('new', () => {
  test('a starter holds together, and so does a copy', async () => {
    expect(await run(checkPolicies, westmoor())).toMatchObject({
      code: 0,
      said: expect.stringContaining('no problems, no notes, 2 rules') as string,
    });
    expect(await run(testPolicies, westmoor())).toMatchObject({
      code: 0,
      said: expect.stringContaining('1 passed, 0 failed') as string,
    });
    expect((await run(startPolicy, 'east-moor', '--from', westmoor(), '--in', folder)).code).toBe(0);
    const copy = path.join(folder, 'east-moor');
    expect(readFileSync(path.join(copy, 'pack.yaml'), 'utf8')).toMatch(/^id: "east-moor"\ncouncil: "East Moor"$/m);
    expect((await run(checkPolicies, copy)).code).toBe(0);
    expect((await run(testPolicies, copy)).code).toBe(0);
  });

  test('a policy begins with the national standard as well, and is a draft of its own', async () => {
    expect((await run(startPolicy, 'north-moor', '--from', 'national', '--in', folder)).code).toBe(0);
    const copy = path.join(folder, 'north-moor');
    const head = readFileSync(path.join(copy, 'pack.yaml'), 'utf8');
    expect(head).toMatch(/^# Begun as a copy of “Standard 5 .*” \(National employer standard\), version 1\.0\.0\.\n/);
    expect(head).toMatch(/^council: "North Moor"\ntitle: "Supervision policy"\nversion: "0\.1\.0"\nsource: \{"dated":null,/m);
    expect(head).toMatch(/^state: "draft"$/m);
    expect((await run(checkPolicies, copy)).code).toBe(0);
    expect((await run(testPolicies, copy)).code).toBe(0);
  });

  test('nothing is written over', async () => {
    change('silences.yaml', 'Children', 'Boys and girls');
    expect(await run(startPolicy, 'westmoor', '--in', folder)).toMatchObject({
      code: 1,
      said: expect.stringContaining('is there already') as string,
    });
    expect(readFileSync(path.join(westmoor(), 'silences.yaml'), 'utf8')).toContain('Boys and girls');
    expect((await run(startPolicy, 'wirral', '--in', folder)).code).toBe(1);
    expect((await run(startPolicy, '../out', '--in', folder)).code).toBe(2);
  });
});

describe('check', () => {
  test('a hole is told with file, line, place and rule, and ends with 1', async () => {
    addChildren();
    const { code, said } = await run(checkPolicies, westmoor());
    expect(code).toBe(1);
    // W-3 is the second line of its file, after "rules:"; 365 days end a day before twelve months do in a leap year.
    expect(said).toContain('westmoor/rules/children.yaml:2, rules.0.phase, rule W-3');
    expect(said).toContain('No rule covers day 366 of placement:foster');
    expect(said).toContain('No scenario shows the rule met, breached and on the boundary.');
  });

  test('notes alone end with 0 and can be left out', async () => {
    writeFileSync(
      path.join(westmoor(), 'interpretations.yaml'),
      '- { id: R-1, question: Which month?, reading: Any., approvedBy: null, approvedOn: null }\n',
    );
    const { code, said } = await run(checkPolicies, westmoor());
    expect(code).toBe(0);
    expect(said).toContain('westmoor/interpretations.yaml:1, interpretations.0');
    expect((await run(checkPolicies, westmoor(), '--no-notes')).said).not.toContain('R-1');
  });
});

describe('a folder that cannot be read is refused with its place', () => {
  const bomb = [
    '- &a { topic: x, says: some words }',
    ...['b', 'c', 'd', 'e'].map((name, i) => `- &${name} [${Array(10).fill(`*${'abcd'[i]}`).join(',')}]`),
  ].join('\n');

  test.each<[string, string, string, string]>([
    [
      'YAML that does not end',
      'rules/supervision.yaml',
      'rules:\n  - id: [W-1\n  - id: W-2\n',
      'westmoor/rules/supervision.yaml:3: ',
    ],
    [
      'a key that nobody knows',
      'rules/supervision.yaml',
      `rules:${CHILDREN.replaceAll('case-supervision', 'own-supervision').replace('    every', '    colour: red\n    every')}`,
      'westmoor/rules/supervision.yaml:2, rules.0, rule W-3: Unrecognized key: "colour"',
    ],
    [
      'a key that stands twice',
      'silences.yaml',
      '- topic: one\n  topic: two\n  says: Nothing.\n',
      'westmoor/silences.yaml:2: Map keys must be unique',
    ],
    [
      'an alias of what contains it',
      'silences.yaml',
      '- &a { topic: x, says: *a }\n',
      'westmoor/silences.yaml:1, 0.says: An alias here refers to what contains it',
    ],
    ['aliases of aliases of aliases', 'silences.yaml', bomb, 'westmoor/silences.yaml: Aliases repeat one another so often'],
    ['an alias of nothing', 'silences.yaml', '- *nobody\n', 'westmoor/silences.yaml: The alias “*nobody” refers to nothing'],
    ['brackets without end', 'silences.yaml', '['.repeat(5000), 'westmoor/silences.yaml: Brackets are nested more than 40 deep.'],
    [
      'a file of more than two megabytes',
      'silences.yaml',
      '- { topic: one, says: Nothing is said. }\n'.repeat(60_000),
      'westmoor/silences.yaml: The file has 2.3 MB; 2 MB is the most.',
    ],
    [
      'more than five thousand rules',
      'rules/supervision.yaml',
      `rules:\n${'  - { id: W-1 }\n'.repeat(5001)}`,
      'westmoor/rules/supervision.yaml:1, rules: The file has 5001 rules; 5000 is the most.',
    ],
  ])('%s', async (_name, file, text, says) => {
    writeFileSync(path.join(westmoor(), file), text);
    const { code, said } = await run(checkPolicies, westmoor());
    expect(said).toContain(says);
    expect(code).toBe(1);
  });

  test('another format, and only that is said', async () => {
    change('pack.yaml', 'plumbline-policy/1', 'plumbline-policy/2');
    const { code, said } = await run(checkPolicies, westmoor());
    expect([code, said]).toEqual([
      1,
      'The policy "westmoor" cannot be used:\n- westmoor/pack.yaml:2, format: The policy is in the format "plumbline-policy/2"; only plumbline-policy/1 is read here.',
    ]);
  });

  test('a missing file, a missing folder, a file in place of a folder', async () => {
    rmSync(path.join(westmoor(), 'silences.yaml'));
    expect(await run(checkPolicies, westmoor())).toMatchObject({
      code: 1,
      said: expect.stringContaining('silences.yaml: The file is missing.') as string,
    });
    expect((await run(checkPolicies, path.join(folder, 'none'))).code).toBe(2);
    expect((await run(checkPolicies, path.join(westmoor(), 'pack.yaml'))).said).toContain('is a file');
    expect((await run(checkPolicies, folder)).said).toContain('There is no pack.yaml');
  });
});

const SCENARIO = `about: From outside.
scenarios:
  - title: A month after the last one
    given:
      person: [{ person: A, employedFrom: 2020-01-06, isSocialWorkQualified: true }]
      held: { A: [2026-03-02] }
    ask:
      - { on: 2026-03-20, person: A, series: own-supervision, expect: { finding: due, dueOn: 2026-04-02 } }
`;

describe('test', () => {
  test('a difference is told with the reason for the answer, and ends with 1', async () => {
    change('scenarios/supervision.yaml', 'finding: due, dueOn: 2026-03-12', 'finding: due, dueOn: 2026-03-11');
    const { code, said } = await run(testPolicies, westmoor());
    expect(code).toBe(1);
    expect(said).toContain('question 2: A (own-supervision) on 2026-03-12');
    expect(said).toContain('dueOn should be 2026-03-11 and is 2026-03-12');
    expect(said).toContain('Due by Thursday 12 March 2026.');
    expect(said).toContain('The last supervision counted was on 12 February.');
    expect(said).toContain('How it is counted: A month later is the same day of the next month');
    expect(said).toContain('0 passed, 1 failed');
  });

  test('scenarios from any folder: under a named policy, by the name of the folder, one file', async () => {
    const outside = path.join(folder, 'outside');
    mkdirSync(path.join(outside, 'wirral'), { recursive: true });
    writeFileSync(path.join(outside, 'wirral/a.yaml'), SCENARIO);
    expect(await run(testPolicies, outside)).toMatchObject({
      code: 0,
      said: expect.stringContaining('wirral under wirral: 1 of 1') as string,
    });
    const file = path.join(outside, 'one.yaml');
    writeFileSync(file, SCENARIO);
    expect(await run(testPolicies, file)).toMatchObject({ code: 2, said: expect.stringContaining('--pack') as string });
    expect((await run(testPolicies, file, '--pack', 'wirral')).code).toBe(0);
    // Westmoor counts the same way: one month after 2 March.
    expect((await run(testPolicies, file, '--pack', westmoor())).code).toBe(0);
  });

  test('a slip in one scenario fails that one alone; a slip in the file refuses it', async () => {
    const file = path.join(folder, 'one.yaml');
    writeFileSync(file, `${SCENARIO}${SCENARIO.slice(SCENARIO.indexOf('  - title')).replace('employedFrom', 'employed')}`);
    expect(await run(testPolicies, file, '--pack', 'wirral')).toMatchObject({
      code: 1,
      said: expect.stringContaining('person has no column "employed".') as string,
    });
    writeFileSync(file, SCENARIO.replace('finding: due', 'finding: fine'));
    expect(await run(testPolicies, file, '--pack', 'wirral')).toMatchObject({
      code: 1,
      said: expect.stringContaining('one.yaml, scenarios.0.ask.0.expect.finding') as string,
    });
    writeFileSync(file, SCENARIO.replace('2020-01-06', '2020-02-31'));
    expect((await run(testPolicies, file, '--pack', 'wirral')).code).toBe(1);
  });
});

describe('diff', () => {
  test('two versions, field by field in their own units', async () => {
    const later = path.join(folder, 'later');
    cpSync(westmoor(), later, { recursive: true });
    change('rules/supervision.yaml', 'every: { months: 1 }', 'every: { weeks: 6 }');
    change('pack.yaml', 'tightening: { value: last-plus-interval', 'tightening: { value: change-plus-interval');
    const { code, said } = await run(comparePolicies, later, westmoor());
    expect(code).toBe(0);
    expect(said).toContain(
      'WESTMOOR-1 (cadence, draft, first rule) [looser, the units differ]\n    Longest gap: one month → six weeks',
    );
    expect(said).toContain('How counting is done\n  Tightening\n    was: When the interval gets shorter');
    expect(said).toContain('0 new, 0 gone, 1 changed, 1 as before: 0 stricter, 1 looser, 0 otherwise.');
    expect((await run(comparePolicies, later, later)).said).toContain('They are the same.');
    expect((await run(comparePolicies, later)).code).toBe(2);
  });
});

describe('explain', () => {
  const facts = (): string => path.join(folder, 'facts');

  beforeEach(() => {
    mkdirSync(facts());
    writeFileSync(
      path.join(facts(), 'person.csv'),
      'Staff number,Name,Employed from\nS1042,Rowan Ashdown,12/01/2025\nS1007,Ines Hale,01/02/2019\n',
    );
    writeFileSync(
      path.join(facts(), 'session.csv'),
      "Supervision reference,Supervisee's staff number,Supervisor's staff number,Kind,Status,Planned start,Started at\nSUP-1,S1042,S1007,one-to-one,held,12/02/2025 10:00,12/02/2025 10:00\n",
    );
  });

  test('from a folder of files, with the reason in words', async () => {
    const asked = ['--pack', westmoor(), '--facts', facts(), '--person', 'S1042', '--on'];
    const { code, said } = await run(explainRequirements, ...asked, '2025-03-02');
    expect(code).toBe(0);
    expect(said).toContain('S1042 on Sunday 2 March 2025: Westmoor');
    expect(said).toContain('Own supervision — Due by Wednesday 12 March 2025. [WESTMOOR-1]');
    expect(said).toContain('The last supervision counted was on 12 February.');
    expect((await run(explainRequirements, ...asked, '2025-03-15')).said).toContain(
      'Was due by Wednesday 12 March 2025: 3 days overdue.',
    );
    // On 1 February the supervision of 12 February has not been held yet: the first is due a month after the start.
    expect((await run(explainRequirements, ...asked, '2025-02-01')).said).toContain('Due by Wednesday 12 February 2025.');
  });

  test('what nobody feeds is not known', async () => {
    rmSync(path.join(facts(), 'session.csv'));
    const { said } = await run(
      explainRequirements,
      '--pack',
      westmoor(),
      '--facts',
      facts(),
      '--person',
      'S1042',
      '--on',
      '2025-03-02',
    );
    expect(said).toContain('Not known');
  });

  test('wrong use and unknown people are refused', async () => {
    const base = ['--pack', westmoor(), '--facts', facts()];
    expect((await run(explainRequirements, ...base)).code).toBe(2);
    expect((await run(explainRequirements, ...base, '--person', 'S1042', '--on', '12 May')).code).toBe(2);
    expect(await run(explainRequirements, ...base, '--person', 'S9', '--on', '2025-03-02')).toMatchObject({
      code: 1,
      said: expect.stringContaining('There is no member of staff "S9"') as string,
    });
    writeFileSync(path.join(facts(), 'person.csv'), 'Staff number,Name,Employed from\nS1042,Rowan Ashdown,31/02/2025\n');
    expect(await run(explainRequirements, ...base, '--person', 'S1042', '--on', '2025-03-02')).toMatchObject({
      code: 1,
      said: expect.stringContaining('person.csv, row 2, Employed from') as string,
    });
  });
});

test('the schema is written to a file', async () => {
  const out = path.join(folder, 'schema.json');
  expect((await run(writeSchema, '--out', out)).code).toBe(0);
  const schema = JSON.parse(readFileSync(out, 'utf8')) as { $schema: string; properties: object };
  expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
  expect(Object.keys(schema.properties)).toContain('rules');
});
