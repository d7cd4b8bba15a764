import { expect, it } from 'vitest';
import { CommandError, takeApart } from './command.ts';
import { COMMANDS, usage } from './commands.ts';
import { loadDemo } from './commands/demo.ts';
import { readEnvironment } from '../env.ts';

const KNOWN = { flags: ['dry-run'], options: ['council'] };

it('tells what is given by name from what is not', () => {
  const { plain, named } = takeApart(['absence', '--council', 'marlhaven', 'file.csv', '--dry-run'], KNOWN);
  expect(plain).toEqual(['absence', 'file.csv']);
  expect([...named]).toEqual([
    ['council', 'marlhaven'],
    ['dry-run', ''],
  ]);
});

it('refuses a name that the command does not know, and one without its value', () => {
  expect(() => takeApart(['--dryrun'], KNOWN)).toThrow(CommandError);
  expect(() => takeApart(['--council'], KNOWN)).toThrow('--council needs a value after it.');
});

it('finds the longer of two commands that begin alike, and lists each with what it does', () => {
  const names = COMMANDS.map((command) => command.name.join(' '));
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(usage([])).toContain(`plumbline ${name}`);
  expect(usage(['fly'])).toContain('There is no command "fly".');
});

it('makes no demonstration in production', async () => {
  const environment = readEnvironment({
    PLUMBLINE_MODE: 'production',
    PLUMBLINE_URL: 'https://plumbline.example',
    PLUMBLINE_BOX_URL: 'https://answers.example',
    PLUMBLINE_SECRET: 'q8Zt3vL0yNfR7sKd1WbX5mHg9PcJ2uEa',
    PLUMBLINE_PROXIES: '1',
    PLUMBLINE_DATA: '/nowhere/that/could/be/made',
  });
  await expect(loadDemo([], environment)).rejects.toThrow('Production holds no demonstration councils.');
});
