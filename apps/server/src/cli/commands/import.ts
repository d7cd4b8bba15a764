import { randomUUID } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { knownFacts, lastColumnChoices, planImport, sourceOfFile, type ImportPlan } from '@plumbline/api';
import {
  applyImport,
  createImport,
  inCouncil,
  listCodes,
  noteCodes,
  previewImport,
  updateImport,
  type ApplyOptions,
  type Council,
  type Database,
  type ImportConcernKind,
  type MergeOptions,
} from '@plumbline/database';
import { formatDay } from '@plumbline/domain/calendar';
import { FACT_KIND_NAMES, kindOf, type FactKindName } from '@plumbline/domain/facts';
import type { Environment } from '../../env.ts';
import { todayOf } from '../../server.ts';
import { chooseCouncil, CommandError, say, takeApart, withStore } from '../command.ts';
import { makeProgress } from '../progress.ts';
import { countsInWords, endedInWords, sayConcerns, sayOverlaps, sayProblems, sayRead } from './import-words.ts';

interface Asked {
  readonly kind: FactKindName;
  readonly file: string;
  readonly council: string | undefined;
  readonly isDryRun: boolean;
  readonly isPart: boolean;
  /** What they say yes to beforehand. */
  readonly agreed: readonly ImportConcernKind[];
  readonly actor: string;
}

/** Who brings a file where nobody is named. */
const SYSTEM = 'system';

/** `plumbline import`: reads a file, says what it would change, and unless it is a dry run changes it, all or nothing. */
export async function importFile(words: readonly string[], environment: Environment): Promise<number> {
  const asked = readWords(words);
  return await withStore(environment, async ({ database, ...store }) => {
    const council = await chooseCouncil({ database, ...store }, asked.council);
    await requireStaffNumber(database, council, asked.actor);
    const plan = await readPlan(database, council, asked);
    if (plan.state !== 'ready') return await sayWhatIsWrong(database, council, plan);
    return await merge(database, council, asked, plan);
  });
}

function readWords(words: readonly string[]): Asked {
  const { plain, named } = takeApart(words, { flags: ['dry-run', 'full', 'part', 'yes'], options: ['council', 'as'] });
  const [kind, file, ...others] = plain;
  if (kind === undefined || file === undefined)
    throw new CommandError(
      `Say the kind and the file: plumbline import absence absences.csv. Kinds: ${FACT_KIND_NAMES.join(', ')}.`,
    );
  if (!isKind(kind)) throw new CommandError(`There is no kind "${kind}". Kinds: ${FACT_KIND_NAMES.join(', ')}.`);
  if (others.length > 0) throw new CommandError(`One file at a time: ${others.join(' ')} is one too many.`);
  if (named.has('full') && named.has('part')) throw new CommandError('Say --full or --part, not both.');
  if (named.has('full') && !kindOf(kind).closesWhenMissing)
    throw new CommandError(
      `--full means nothing here: a file of ${kindOf(kind).title.toLowerCase()} never ends what it leaves out.`,
    );
  if (!existsSync(file)) throw new CommandError(`There is no file ${file}.`);
  if (!statSync(file).isFile()) throw new CommandError(`${file} is a folder. Say which file in it.`);
  return {
    kind,
    file,
    council: named.get('council'),
    isDryRun: named.has('dry-run'),
    isPart: named.has('part'),
    agreed: named.has('yes') ? ['ends-many', 'newer-applied'] : named.has('full') ? ['ends-many'] : [],
    actor: named.get('as') ?? SYSTEM,
  };
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

async function readPlan(database: Database, council: Council, { kind, file }: Asked): Promise<ImportPlan> {
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
    known: knownFacts(database, council.id),
    onProgress: ({ fraction }) => progress.show(fraction),
  });
  progress.end();
  sayRead(path.basename(file), plan, council);
  return plan;
}

async function sayWhatIsWrong(database: Database, council: Council, plan: ImportPlan): Promise<number> {
  sayProblems(plan);
  const codes = plan.unmappedCodes.map(({ column, theirs, count }) => ({ kind: plan.kind, column, theirs, count }));
  await inCouncil(database, council.id, (tx) => noteCodes(tx, codes));
  say('Nothing was changed.');
  return 1;
}

async function merge(database: Database, council: Council, asked: Asked, plan: ImportPlan): Promise<number> {
  const options: MergeOptions = {
    importId: randomUUID(),
    kind: asked.kind,
    rows: plan.facts,
    isFullExtract: !asked.isPart && kindOf(asked.kind).closesWhenMissing,
    extractOn: formatDay(todayOf({ now: Date.now })),
    actor: asked.actor,
  };
  const preview = await previewImport(database, council.id, options, 0);
  const { added, changed, ended } = preview.counts;
  sayProblems(plan);
  say(countsInWords(preview.counts, asked.isDryRun));
  if (ended > 0) say(endedInWords(options.extractOn));
  sayOverlaps(asked.kind, preview.problems);
  const unagreed = preview.concerns.filter((concern) => !asked.agreed.includes(concern.kind));
  if (unagreed.length > 0) sayConcerns(asked.kind, unagreed);
  if (preview.problems.length > 0 || unagreed.length > 0) {
    say('Nothing was changed.');
    return 1;
  }
  if (asked.isDryRun) return 0;
  if (added + changed + ended === 0) {
    say('Nothing was changed: the record says all of this already.');
    return 0;
  }
  return await apply(database, council, { ...options, expects: { basis: preview.basis, agreed: asked.agreed } }, asked, plan);
}

async function apply(
  database: Database,
  council: Council,
  options: ApplyOptions,
  { kind, file, actor }: Asked,
  plan: ImportPlan,
): Promise<number> {
  const { importId, isFullExtract } = options;
  await inCouncil(database, council.id, (tx) =>
    createImport(tx, { id: importId, kind, fileName: path.basename(file), uploadedBy: actor, isFullExtract }),
  );
  const progress = makeProgress('Applying');
  const result = await applyImport(database, council.id, { ...options, onProgress: (done) => progress.show(done) });
  progress.end();
  await inCouncil(database, council.id, (tx) =>
    updateImport(tx, importId, {
      state: result.ok ? 'applied' : 'failed',
      rows: plan.counts.rows,
      progressPercent: 100,
      changes: result.ok ? result.counts : null,
      appliedAt: result.ok ? new Date().toISOString() : null,
    }),
  );
  say(
    result.ok
      ? `Done. What is due was worked out again for ${result.subjects.toLocaleString('en-GB')} people and children.`
      : 'What is recorded changed meanwhile. Nothing was changed; run the command again.',
  );
  return result.ok ? 0 : 1;
}
