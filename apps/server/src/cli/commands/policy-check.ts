import { checkPolicy, type Remark } from '@plumbline/domain/policy/check';
import { listShippedIds } from '@plumbline/policies';
import type { Environment } from '../../env.ts';
import { say, takeApart } from '../command.ts';
import { openPolicy, rowIdsOf, scenariosOf, type OpenedPolicy } from './policy-folder.ts';

/** `plumbline policy check`: what is wrong with a policy beyond its shape. Ends with 1 where there is a problem. */
export async function checkPolicies(words: readonly string[], _environment: Environment): Promise<number> {
  const { plain, named } = takeApart(words, { flags: ['no-notes'] });
  let problems = 0;
  for (const name of plain.length === 0 ? listShippedIds() : plain) {
    const opened = openPolicy(name);
    const remarks = checkPolicy(opened.pack, scenariosOf(opened), rowIdsOf(opened));
    problems += sayRemarks(opened, remarks, !named.has('no-notes'));
  }
  return problems === 0 ? 0 : 1;
}

function sayRemarks(opened: OpenedPolicy, remarks: readonly Remark[], isTellingNotes: boolean): number {
  const problems = remarks.filter(({ severity }) => severity === 'problem');
  const notes = remarks.filter(({ severity }) => severity === 'note');
  say(`${opened.pack.council}: ${opened.pack.title}, version ${opened.pack.version}`);
  sayList(opened, 'To mend', problems);
  if (isTellingNotes) sayList(opened, 'To know', notes);
  say(
    `${opened.name}: ${counted(problems.length, 'problem')}, ${counted(notes.length, 'note')}, ${counted(opened.pack.rules.length, 'rule')} looked at.`,
  );
  return problems.length;
}

function sayList(opened: OpenedPolicy, heading: string, remarks: readonly Remark[]): void {
  if (remarks.length === 0) return;
  say(`\n${heading}`);
  for (const { file, path, rule, message } of remarks) {
    const place =
      file === null
        ? opened.placeOf(path, rule)
        : [file, path, rule === null ? '' : `rule ${rule}`].filter((part) => part !== '').join(', ');
    say(`- ${place}\n  ${message}`);
  }
  say('');
}

function counted(count: number, noun: string): string {
  return `${count === 0 ? 'no' : count} ${noun}${count === 1 ? '' : 's'}`;
}
