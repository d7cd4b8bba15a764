import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { importConcernWords } from '@plumbline/analytics/wording';
import { knownFacts, planImport, problemRow, sourceOfFile, type ImportPlan } from '@plumbline/api';
import {
  applyImport,
  createImport,
  inCouncil,
  listCodes,
  noteCodes,
  previewImport,
  updateImport,
  type Council,
  type Database,
  type ImportConcern,
  type ImportConcernKind,
  type MergeCounts,
  type MergeOptions,
} from '@plumbline/database';
import { formatDay } from '@plumbline/domain/calendar';
import { FACT_KIND_NAMES, kindOf, type FactKindName } from '@plumbline/domain/facts';
import type { Environment } from '../../env.ts';
import { todayOf } from '../../server.ts';
import { chooseCouncil, CommandError, say, takeApart, withStore } from '../command.ts';
import { makeProgress } from '../progress.ts';

interface Asked {
  readonly kind: FactKindName;
  readonly file: string;
  readonly council: string | undefined;
  readonly isDryRun: boolean;
  readonly isWhole: boolean;
  readonly isPart: boolean;
  /** What they say yes to beforehand. */
  readonly agreed: readonly ImportConcernKind[];
  readonly actor: string;
}

/** `plumbline import`: reads a file, says what it would change, and unless it is a dry run changes it, all or nothing. */
export async function importFile(words: readonly string[], environment: Environment): Promise<number> {
  const asked = readWords(words);
  return await withStore(environment, async ({ database, ...store }) => {
    const council = await chooseCouncil({ database, ...store }, asked.council);
    const plan = await readPlan(database, council, asked);
    if (plan.state !== 'ready') return await sayWhatIsWrong(database, council, plan);
    return await merge(database, council, asked, plan);
  });
}

function readWords(words: readonly string[]): Asked {
  const { plain, named } = takeApart(words, { flags: ['dry-run', 'full', 'part', 'yes'], options: ['council', 'as'] });
  const [kind, file] = plain;
  if (kind === undefined || file === undefined)
    throw new CommandError(
      `Say the kind and the file: plumbline import absence absences.csv. Kinds: ${FACT_KIND_NAMES.join(', ')}.`,
    );
  if (!isKind(kind)) throw new CommandError(`There is no kind "${kind}". Kinds: ${FACT_KIND_NAMES.join(', ')}.`);
  if (named.has('full') && named.has('part')) throw new CommandError('Say --full or --part, not both.');
  if (!existsSync(file)) throw new CommandError(`There is no file ${file}.`);
  return {
    kind,
    file,
    council: named.get('council'),
    isDryRun: named.has('dry-run'),
    isWhole: named.has('full'),
    isPart: named.has('part'),
    agreed: named.has('yes') ? ['ends-many', 'newer-applied'] : named.has('full') ? ['ends-many'] : [],
    actor: named.get('as') ?? 'system',
  };
}

function isKind(text: string): text is FactKindName {
  return (FACT_KIND_NAMES as readonly string[]).includes(text);
}

async function readPlan(database: Database, council: Council, { kind, file }: Asked): Promise<ImportPlan> {
  await using source = await sourceOfFile(file);
  const progress = makeProgress('Reading');
  const codes = await inCouncil(database, council.id, (tx) => listCodes(tx));
  const plan = await planImport(source, kind, {
    today: formatDay(todayOf({ now: Date.now })),
    codes,
    known: knownFacts(database, council.id),
    onProgress: ({ fraction }) => progress.show(fraction),
  });
  progress.end();
  say(`${path.basename(file)}: ${plan.counts.rows} rows read as ${kindOf(kind).title.toLowerCase()} of ${council.name}.`);
  return plan;
}

const MOST_SAID = 40;

async function sayWhatIsWrong(database: Database, council: Council, plan: ImportPlan): Promise<number> {
  for (const problem of plan.problems.slice(0, MOST_SAID)) {
    const { line, column, says } = problemRow(plan.kind, problem);
    say(`  ${line === null ? 'File' : `Row ${line}`}${column === null ? '' : `, ${column}`}: ${says}`);
  }
  if (plan.problems.length > MOST_SAID) say(`  … and ${plan.problems.length - MOST_SAID} more.`);
  for (const { column, theirs, count } of plan.unmappedCodes)
    say(`  Not mapped: “${theirs}” in ${kindOf(plan.kind).columns[column]?.label ?? column}, ${count} times`);
  const codes = plan.unmappedCodes.map(({ column, theirs, count }) => ({ kind: plan.kind, column, theirs, count }));
  await inCouncil(database, council.id, (tx) => noteCodes(tx, codes));
  if (codes.length > 0) say('Map these codes once under Administration, Imports; then bring the file in again.');
  say('Nothing was changed.');
  return 1;
}

async function merge(database: Database, council: Council, asked: Asked, plan: ImportPlan): Promise<number> {
  const isFullExtract = !asked.isPart && (asked.isWhole || kindOf(asked.kind).closesWhenMissing);
  const importId = randomUUID();
  const options: MergeOptions = {
    importId,
    kind: asked.kind,
    rows: plan.facts,
    isFullExtract,
    extractOn: formatDay(todayOf({ now: Date.now })),
    actor: asked.actor,
  };
  const preview = await previewImport(database, council.id, options, 0);
  say(inWords(preview.counts, asked.isDryRun));
  if (preview.problems.length > 0)
    say(
      `${preview.problems.length} rows overlap with other entries on the same days, the first in row ${preview.problems[0]?.row}.`,
    );
  const unagreed = preview.concerns.filter((concern) => !asked.agreed.includes(concern.kind));
  for (const concern of unagreed) sayConcern(asked.kind, concern);
  if (preview.problems.length > 0 || unagreed.length > 0) {
    say(
      unagreed.length > 0
        ? 'Nothing was changed. If all of it is right, run the command again with --yes.'
        : 'Nothing was changed.',
    );
    return 1;
  }
  if (asked.isDryRun) return 0;
  await inCouncil(database, council.id, (tx) =>
    createImport(tx, {
      id: importId,
      kind: asked.kind,
      fileName: path.basename(asked.file),
      uploadedBy: asked.actor,
      isFullExtract,
    }),
  );
  const progress = makeProgress('Applying');
  const expects = { basis: preview.basis, agreed: asked.agreed };
  const result = await applyImport(database, council.id, { ...options, expects, onProgress: (done) => progress.show(done) });
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
      ? `Done. What is due was worked out again for ${result.subjects} people and children.`
      : 'What is recorded changed meanwhile. Nothing was changed; run the command again.',
  );
  return result.ok ? 0 : 1;
}

function sayConcern(kind: FactKindName, concern: ImportConcern): void {
  const { title, text } = importConcernWords(concern, kind);
  say(`${title}. ${text}`);
}

function inWords({ added, changed, ended, unchanged, heldByHand }: MergeCounts, isDryRun: boolean): string {
  const parts = [
    `${added} new`,
    `${changed} changed`,
    `${ended} ended`,
    `${unchanged} as before`,
    ...(heldByHand > 0 ? [`${heldByHand} left as corrected by hand`] : []),
  ];
  return `${isDryRun ? 'Would bring' : 'Brings'}: ${parts.join(', ')}.`;
}
