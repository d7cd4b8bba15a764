import { readFile } from 'node:fs/promises';
import { figuresOfCsv, figuresOfPack, verifyFigures, type VerifiedFigure } from '@plumbline/api';
import type { Environment } from '../../env.ts';
import { chooseCouncil, CommandError, say, takeApart, withStore } from '../command.ts';

const AN_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * `plumbline verify`: works out again, from the facts as they were known then, each figure of an inspection pack, given as its CSV file or
 * by its id. Ends with 1 where any code does not hold.
 */
export async function verifyPack(words: readonly string[], environment: Environment): Promise<number> {
  const { named } = takeApart(words, { options: ['council', 'pack'] });
  const asked = named.get('pack') ?? missing();
  const csv = AN_ID.test(asked) ? null : await readText(asked);
  return await withStore(environment, async (store) => {
    const council = await chooseCouncil(store, named.get('council'));
    const stored = csv === null ? await figuresOfPack(store.database, council.id, asked) : null;
    const figures = csv === null ? (stored?.figures ?? absent(council.name)) : (figuresOfCsv(csv) ?? notAPack(asked));
    if (figures.length === 0) return notAPack(asked);
    if (stored?.isWhole === false) say('What is stored is not what was drafted.');
    const found = await verifyFigures(store.database, council, figures);
    for (const one of found) sayFigure(one);
    const failed = found.filter(({ holds }) => !holds).length;
    say(`${council.name}: ${found.length - failed} of ${found.length} codes hold.`);
    return failed === 0 && stored?.isWhole !== false ? 0 : 1;
  });
}

const WHY: Readonly<Record<NonNullable<VerifiedFigure['because']>, string>> = {
  altered: 'What stands in the file is not what the code was made of.',
  'other-now': 'The record gives another figure for that day.',
  'not-found': 'There is no such figure.',
};

function sayFigure({ code, title, holds, because, now }: VerifiedFigure): void {
  say(`  ${holds ? 'holds        ' : 'DOES NOT HOLD'}  ${code}  ${title}`);
  if (because === null) return;
  const again =
    now === null ? '' : ` Worked out again: ${now.numerator}${now.denominator === null ? '' : ` of ${now.denominator}`}.`;
  say(`    ${WHY[because]}${again}`);
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new CommandError(`There is no file ${path} that can be read (${(cause as NodeJS.ErrnoException).code ?? 'unknown'}).`);
  }
}

function missing(): never {
  throw new CommandError('Say which pack with --pack: its CSV file, or its id.');
}

function absent(council: string): never {
  throw new CommandError(`${council} has no pack by this id.`);
}

function notAPack(path: string): never {
  throw new CommandError(`${path} is not the CSV file of an inspection pack.`);
}
