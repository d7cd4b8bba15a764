import { randomUUID } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { knownFacts, knownWith, lastColumnChoices, planImport, sourceOfFile, type ImportPlan } from '@plumbline/api';
import {
  applyImports,
  createImport,
  inCouncil,
  listCodes,
  noteCodes,
  previewImport,
  updateImport,
  type Council,
  type Database,
  type FileToApply,
  type ImportConcernKind,
  type MergeOptions,
} from '@plumbline/database';
import { formatDay } from '@plumbline/domain/calendar';
import { FACT_KIND_NAMES, kindOf, type FactKindName } from '@plumbline/domain/facts';
import type { Environment } from '../../env.ts';
import { todayOf } from '../../server.ts';
import { chooseCouncil, CommandError, say, takeApart, withStore } from '../command.ts';
import { makeProgress } from '../progress.ts';
import { countsInWords, endedInWords, sayConcerns, sayOverlaps, sayProblems, sayRead, titleOf } from './import-words.ts';

interface AskedFile {
  readonly kind: FactKindName;
  readonly file: string;
}

interface Asked {
  /** Those that others refer to first. */
  readonly files: readonly AskedFile[];
  readonly council: string | undefined;
  readonly isDryRun: boolean;
  readonly isPart: boolean;
  /** What they say yes to beforehand. */
  readonly agreed: readonly ImportConcernKind[];
  readonly actor: string;
}

/** Who brings a file where nobody is named. */
const SYSTEM = 'system';

/**
 * `plumbline import`: reads one file or several, says what they would change, and unless it is a dry run changes it, all of them
 * or nothing.
 */
export async function importFiles(words: readonly string[], environment: Environment): Promise<number> {
  const asked = readWords(words);
  return await withStore(environment, async ({ database, ...store }) => {
    const council = await chooseCouncil({ database, ...store }, asked.council);
    await requireStaffNumber(database, council, asked.actor);
    const plans: ReadFile[] = [];
    for (const file of asked.files) plans.push(await readPlan(database, council, file, plans));
    const wrong = plans.filter(({ plan }) => plan.state !== 'ready');
    if (wrong.length > 0) return await sayWhatIsWrong(database, council, wrong);
    return await merge(database, council, asked, plans);
  });
}

function readWords(words: readonly string[]): Asked {
  const { plain, named } = takeApart(words, { flags: ['dry-run', 'full', 'part', 'yes'], options: ['council', 'as'] });
  if (named.has('full') && named.has('part')) throw new CommandError('Say --full or --part, not both.');
  const files = filesIn(plain);
  for (const { kind } of files)
    if (named.has('full') && !kindOf(kind).closesWhenMissing)
      throw new CommandError(`--full means nothing here: a file of ${titleOf(kind)} never ends what it leaves out.`);
  return {
    files,
    council: named.get('council'),
    isDryRun: named.has('dry-run'),
    isPart: named.has('part'),
    agreed: named.has('yes') ? ['ends-many', 'newer-applied'] : named.has('full') ? ['ends-many'] : [],
    actor: named.get('as') ?? SYSTEM,
  };
}

/** Kinds and files by turns. */
function filesIn(plain: readonly string[]): AskedFile[] {
  if (plain.length < 2)
    throw new CommandError(
      `Say the kind and the file: plumbline import absence absences.csv. Kinds: ${FACT_KIND_NAMES.join(', ')}.`,
    );
  const files: AskedFile[] = [];
  for (let i = 0; i < plain.length; i += 2) {
    const [kind = '', file] = plain.slice(i, i + 2);
    if (!isKind(kind)) throw new CommandError(`There is no kind "${kind}". Kinds: ${FACT_KIND_NAMES.join(', ')}.`);
    if (file === undefined) throw new CommandError(`Say which file holds the ${titleOf(kind)}.`);
    if (files.some((other) => other.kind === kind))
      throw new CommandError(`Two files of ${titleOf(kind)} cannot be brought in at once. Run the command for each of them.`);
    if (!existsSync(file)) throw new CommandError(`There is no file ${file}.`);
    if (!statSync(file).isFile()) throw new CommandError(`${file} is a folder. Say which file in it.`);
    files.push({ kind, file });
  }
  return files;
}

function isKind(text: string): text is FactKindName {
  return (FACT_KIND_NAMES as readonly string[]).includes(text);
}

/** Whoever brings a file is kept beside what it changes: a slip of the keyboard must not stand there for good. */
async function requireStaffNumber(database: Database, council: Council, actor: string): Promise<void> {
  if (actor === SYSTEM) return;
  const known = await knownFacts(database, council.id).existing('person', [actor]);
  if (!known.has(actor)) throw new CommandError(`Nobody in ${council.name} has the staff number ${actor}.`);
}

/** A file as it was read. */
interface ReadFile extends AskedFile {
  readonly plan: ImportPlan;
}

async function readPlan(
  database: Database,
  council: Council,
  { kind, file }: AskedFile,
  earlier: readonly ReadFile[],
): Promise<ReadFile> {
  await using source = await sourceOfFile(file);
  const progress = makeProgress('Reading');
  const [codes, columns] = await inCouncil(
    database,
    council.id,
    async (tx) => [await listCodes(tx), await lastColumnChoices(tx, kind)] as const,
  );
  const plan = await planImport(source, kind, {
    today: formatDay(todayOf({ now: Date.now })),
    codes,
    columns,
    known: knownWith(
      knownFacts(database, council.id),
      earlier.map((other) => other.plan),
    ),
    onProgress: ({ fraction }) => progress.show(fraction),
  });
  progress.end();
  sayRead(path.basename(file), plan, council);
  return { kind, file, plan };
}

async function sayWhatIsWrong(database: Database, council: Council, files: readonly ReadFile[]): Promise<number> {
  for (const { plan } of files) {
    if (files.length > 1) say(`In the file of ${titleOf(plan.kind)}:`);
    sayProblems(plan);
    const codes = plan.unmappedCodes.map(({ column, theirs, count }) => ({ kind: plan.kind, column, theirs, count }));
    await inCouncil(database, council.id, (tx) => noteCodes(tx, codes));
  }
  say('Nothing was changed.');
  return 1;
}

async function merge(database: Database, council: Council, asked: Asked, files: readonly ReadFile[]): Promise<number> {
  const looked: FileToApply[] = [];
  let changes = 0;
  let isStopped = false;
  for (const { kind, plan } of files) {
    const options = optionsOf(asked, plan);
    const preview = await previewImport(database, council.id, options, 0);
    const { added, changed, ended } = preview.counts;
    if (files.length > 1) say(`The file of ${titleOf(kind)}:`);
    sayProblems(plan);
    say(countsInWords(preview.counts, asked.isDryRun));
    if (ended > 0) say(endedInWords(options.extractOn));
    sayOverlaps(kind, preview.problems);
    const unagreed = preview.concerns.filter((concern) => !asked.agreed.includes(concern.kind));
    if (unagreed.length > 0) sayConcerns(kind, unagreed);
    changes += added + changed + ended;
    isStopped ||= preview.problems.length > 0 || unagreed.length > 0;
    looked.push({ ...options, expects: { basis: preview.basis, agreed: asked.agreed } });
  }
  if (isStopped) {
    say('Nothing was changed.');
    return 1;
  }
  if (asked.isDryRun) return 0;
  if (changes === 0) {
    say('Nothing was changed: the record says all of this already.');
    return 0;
  }
  return await apply(database, council, looked, files);
}

function optionsOf(asked: Asked, { kind, facts }: ImportPlan): MergeOptions {
  return {
    importId: randomUUID(),
    kind,
    rows: facts,
    isFullExtract: !asked.isPart && kindOf(kind).closesWhenMissing,
    extractOn: formatDay(todayOf({ now: Date.now })),
    actor: asked.actor,
  };
}

async function apply(
  database: Database,
  council: Council,
  looked: readonly FileToApply[],
  files: readonly ReadFile[],
): Promise<number> {
  await inCouncil(database, council.id, async (tx) => {
    for (const [i, { importId: id, kind, actor: uploadedBy, isFullExtract }] of looked.entries())
      await createImport(tx, { id, kind, fileName: path.basename(files[i]?.file ?? ''), uploadedBy, isFullExtract });
  });
  const progress = makeProgress('Applying');
  const result = await applyImports(database, council.id, looked, { onProgress: (done) => progress.show(done) });
  progress.end();
  await inCouncil(database, council.id, async (tx) => {
    for (const [i, { importId }] of looked.entries()) {
      const rows = files[i]?.plan.counts.rows ?? 0;
      await updateImport(tx, importId, result.ok ? { rows } : { rows, state: 'failed', progressPercent: 100 });
    }
  });
  say(
    result.ok
      ? `Done. What is due was worked out again for ${result.subjects.toLocaleString('en-GB')} people and children.`
      : 'What is recorded changed meanwhile. Nothing was changed; run the command again.',
  );
  return result.ok ? 0 : 1;
}
