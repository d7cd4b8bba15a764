import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runCommand, type Ran } from './_run-command.ts';
import { testPolicies } from './policy-test.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'outside-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function file(name: string, text: string): string {
  const place = path.join(folder, name);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, text);
  return place;
}

async function tested(...words: readonly string[]): Promise<Ran> {
  return runCommand(testPolicies, folder, words);
}

const GIVEN = `about: From outside.
given:
  person: [{ person: A, employedFrom: 2020-01-06, isSocialWorkQualified: true }, { person: M, employedFrom: 2010-01-04 }]
  supervision-pair: [{ supervisee: A, supervisor: M, from: 2020-01-06 }]
scenarios:
`;

test('several questions about several people in one file, each difference with its explanation', async () => {
  // 2 March + 1 month = 2 April, for Wirral section 6 asks for every month.
  const place = file(
    'a.yaml',
    `${GIVEN}  - title: Two questions
    given: { held: { A: [2026-03-02] } }
    ask:
      - { on: 2026-03-20, person: A, series: own-supervision, expect: { finding: due, dueOn: 2026-04-02, rule: WIR-6.2e, owedBy: M } }
      - { on: 2026-04-03, person: A, series: own-supervision, expect: { finding: due } }
`,
  );
  const { code, said } = await tested(place, '--pack', 'wirral');
  expect(code).toBe(1);
  expect(said).not.toContain('question 1');
  expect(said).toContain('- a.yaml, “Two questions”, question 2: A (own-supervision) on 2026-04-03');
  expect(said).toContain('finding should be due and is overdue');
  expect(said).toContain('The last supervision counted was on 2 March.');
});

test('questions of access, of keeping a file and of who may supervise, with the rule that decides', async () => {
  // Six years after 29 February 2020 there is no 29 February 2026: kept to its last day, free on 1 March.
  const place = file(
    'who.yaml',
    `${GIVEN}  - title: Permission
    given:
      person: [{ person: L, employedFrom: 2010-01-04, employedTo: 2020-02-29, leftAuthorityOn: 2020-02-29 }]
    ask:
      - { on: 2026-02-28, asks: destroy, person: L, expect: { finding: deny } }
      - { on: 2026-03-01, asks: destroy, person: L, expect: { finding: allow, destroyFrom: 2026-03-01, rule: BCP-store-5 } }
      - { on: 2023-03-01, asks: read, reader: NOBODY, person: A, expect: { finding: deny } }
      - { on: 2023-03-01, asks: read, reader: L, person: A, expect: { finding: allow } }
`,
  );
  const { said } = await tested(place, '--pack', 'bcp');
  expect(said).not.toContain('question 1');
  expect(said).not.toContain('question 2');
  expect(said).toContain('question 4: A (read, by L) on 2023-03-01');
  expect(said).toContain('finding should be allow and is deny');
});

test('slips are named with file and place, sound questions beside them are asked, sound files beside broken ones are run', async () => {
  file(
    'wirral/slips.yaml',
    `${GIVEN}  - title: Facts that are none
    given: { child: [{ child: C, openedOn: 2026-02-31 }], persons: [] }
    ask: [{ on: 2026-03-20, child: C, series: case-supervision, expect: { finding: due } }]
  - title: Questions about nothing
    given: { held: { A: [2026-03-02] } }
    ask:
      - { on: 2026-03-20, person: A, rule: WIR-99.1, expect: { finding: not-applicable } }
      - { on: 2026-03-20, person: A, series: own-supervision, expect: { finding: due, dueOn: 2026-04-01 } }
      - { on: 2026-03-20, person: Z, series: own-supervision, expect: { finding: silent } }
`,
  );
  file('wirral/shape.yaml', 'about: Shape\nscenario: []\n');
  file('wirral/syntax.yaml', 'about: Syntax\nscenarios:\n  - title: One\n    ask: [\n');
  file('wirral/empty.yaml', '');
  file(
    'wirral/good.yaml',
    `${GIVEN}  - title: Good\n    ask: [{ on: 2020-01-20, person: A, series: own-supervision, expect: { finding: due } }]\n`,
  );
  const { code, said } = await tested(folder);
  expect(code).toBe(1);
  for (const line of [
    '- slips.yaml, scenarios.0.given.child.0.openedOn: child, openedOn: "2026-02-31" cannot be read.',
    '- slips.yaml, scenarios.0.given.persons: There is no kind of fact "persons".',
    '- slips.yaml, scenarios.1.ask.0: There is no rule "WIR-99.1".',
    '- slips.yaml, scenarios.1.ask.2.person: Nothing given is called "Z".',
    '- slips.yaml, “Questions about nothing”, question 2: A (own-supervision) on 2026-03-20',
    'dueOn should be 2026-04-01 and is 2026-04-02',
    '- shape.yaml: Unrecognized key: "scenario"',
    '- syntax.yaml:',
    '- empty.yaml: ',
    'wirral under wirral: 1 of 3 examples hold. 3 files could not be read.',
    '1 passed, 5 failed',
  ])
    expect(said).toContain(line);
});
