import type { Command } from './command.ts';

interface Listed {
  readonly name: readonly string[];
  readonly takes: string;
  readonly does: string;
  /** Loaded only when asked for, so that every command starts quickly. */
  load(): Promise<Command>;
}

/** Every command, the longer names before the shorter. */
export const COMMANDS: readonly Listed[] = [
  { name: ['start'], takes: '', does: 'Runs the server.', load: async () => (await import('./commands/start.ts')).start },
  {
    name: ['import'],
    takes: '<kind> <file> [<kind> <file> …] [--council name] [--dry-run] [--full | --part] [--yes] [--as staff-number]',
    does: 'Brings in files of facts: several in one step, all of them or none.',
    load: async () => (await import('./commands/import.ts')).importFiles,
  },
  {
    name: ['duties', 'rebuild'],
    takes: '[--council name]',
    does: 'Works out everything due again.',
    load: async () => (await import('./commands/duties.ts')).rebuild,
  },
  {
    name: ['duties', 'check'],
    takes: '[--council name]',
    does: 'Compares what is stored with what the facts give.',
    load: async () => (await import('./commands/duties.ts')).check,
  },
  {
    name: ['survey', 'verify'],
    takes: '[--council name]',
    does: 'Proves again that nothing hidden in published survey results can be worked out.',
    load: async () => (await import('./commands/survey.ts')).verifySurveys,
  },
  {
    name: ['verify'],
    takes: '--pack <file.csv or id> [--council name]',
    does: 'Works out again every figure of an inspection pack and says which codes hold.',
    load: async () => (await import('./commands/pack.ts')).verifyPack,
  },
  {
    name: ['database', 'prepare'],
    takes: '[--reporting council] [--print]',
    does: 'Makes the login roles, or one that reads the reports of a council, or prints the SQL for it.',
    load: async () => (await import('./commands/database.ts')).prepareRoles,
  },
  {
    name: ['database', 'migrate'],
    takes: '',
    does: 'Brings the database to the present schema.',
    load: async () => (await import('./commands/database.ts')).migrateSchema,
  },
  {
    name: ['report'],
    takes: '--to <folder> [--council name]',
    does: 'Writes the figures of a council as CSV files, one for each view of reports.',
    load: async () => (await import('./commands/report.ts')).writeReport,
  },
  {
    name: ['policy', 'check'],
    takes: '[policy or folder …] [--no-notes]',
    does: 'Finds holes, clashes and loose ends in a policy.',
    load: async () => (await import('./commands/policy-check.ts')).checkPolicies,
  },
  {
    name: ['policy', 'test'],
    takes: '[policy, folder or file …] [--pack policy]',
    does: 'Runs worked examples and explains each difference.',
    load: async () => (await import('./commands/policy-test.ts')).testPolicies,
  },
  {
    name: ['policy', 'coverage'],
    takes: '[policy …] [--rows] [--json] [--write]',
    does: 'Says for every row of the texts which rule, facts, pages and examples it has.',
    load: async () => (await import('./commands/policy-coverage.ts')).coverPolicies,
  },
  {
    name: ['policy', 'diff'],
    takes: '<policy or folder> <policy or folder …> [--by-topic]',
    does: 'Says what two policies ask differently.',
    load: async () => (await import('./commands/policy-diff.ts')).comparePolicies,
  },
  {
    name: ['policy', 'explain'],
    takes:
      '--person number | --child reference [--on day] [--pack policy --facts folder [--records-from day] | --council name] [--all]',
    does: 'Says what is asked about somebody on a day, and why.',
    load: async () => (await import('./commands/policy-explain.ts')).explainRequirements,
  },
  {
    name: ['policy', 'schema'],
    takes: '[--out file]',
    does: 'Writes the format of a policy as JSON Schema.',
    load: async () => (await import('./commands/policy-schema.ts')).writeSchema,
  },
  {
    name: ['policy', 'export'],
    takes: '<policy or folder> --out file.yaml',
    does: 'Writes a policy as the one file that the pages take in.',
    load: async () => (await import('./commands/policy-export.ts')).exportPolicy,
  },
  {
    name: ['policy', 'new'],
    takes: '<short-name> [--from policy] [--in folder]',
    does: 'Writes a folder to begin a policy with.',
    load: async () => (await import('./commands/policy-new.ts')).startPolicy,
  },
  {
    name: ['focus-group', 'import'],
    takes: '<file> [--council name] [--dry-run] [--as staff-number]',
    does: 'Brings in the record of a focus group: text, Markdown or Word.',
    load: async () => (await import('./commands/focus-group-import.ts')).importFocusGroup,
  },
  {
    name: ['demo', 'load'],
    takes: '[--size small|medium|large]',
    does: 'Makes the demonstration councils.',
    load: async () => (await import('./commands/demo.ts')).loadDemo,
  },
  {
    name: ['council', 'add'],
    takes: '<short-name> <name> --policy <policy>',
    does: 'Makes a council with one of the policies.',
    load: async () => (await import('./commands/council.ts')).addCouncil,
  },
  {
    name: ['user', 'add'],
    takes: '<user-name> <staff-number> --roles role,role [--council name] [--name name] [--email address]',
    does: 'Makes an account and prints its first password.',
    load: async () => (await import('./commands/user.ts')).addUser,
  },
  {
    name: ['user', 'password'],
    takes: '<user-name>',
    does: 'Gives somebody a new first password, and signs them out everywhere.',
    load: async () => (await import('./commands/user.ts')).givePasswordTo,
  },
];

/** What can be typed, with one line for each command. */
export function usage(words: readonly string[]): string {
  const isUnknown = words.length > 0 && words[0] !== 'help' && words[0] !== '--help';
  const lines = COMMANDS.map(
    ({ name, takes, does }) => `  plumbline ${[...name, takes].filter((part) => part !== '').join(' ')}\n      ${does}`,
  );
  return `${isUnknown ? `There is no command "${words.join(' ')}".\n\n` : ''}Commands:\n${lines.join('\n')}\n`;
}
