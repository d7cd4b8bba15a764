import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import type { PolicyPack } from '@plumbline/domain/policy';
import { folderOf, listShippedIds, loadPack, PackFilesError, type FileProblem } from '@plumbline/policies';
import { loadRows } from '@plumbline/policies/rows';
import { loadScenarios, type LoadedScenarios } from '@plumbline/policies/scenarios';
import { CommandError } from '../command.ts';
import { filesOf, unreadable } from './policy-files.ts';
import { placeOfProblem, placesIn } from './policy-places.ts';

/** A policy that has been read from its folder, here or elsewhere, with where each part lies. */
export interface OpenedPolicy {
  readonly pack: PolicyPack;
  /** The folder above the policy's own, and its name there. */
  readonly parent: string;
  readonly name: string;
  /** File, line and place of something in the pack, as people look it up. */
  readonly placeOf: (at: string, rule: string | null) => string;
}

/** Reads a policy by its id, or from any folder with a `pack.yaml`. What is wrong with it is told whole and refused. */
export function openPolicy(named: string): OpenedPolicy {
  const { parent, name } = whereIs(named);
  const problems = unreadable(parent, filesOf(parent, name));
  if (problems.length > 0) throw refusal(parent, name, problems);
  return { pack: orRefuse(parent, name, () => loadPack(name, parent)), parent, name, placeOf: placesIn(parent, name) };
}

/** The scenarios that lie beside the rules of a policy. */
export function scenariosOf({ parent, name }: OpenedPolicy): LoadedScenarios[] {
  return orRefuse(parent, name, () => loadScenarios(name, parent));
}

/** Ids of the catalogue's rows that lie beside a policy; undefined where nobody keeps any. */
export function rowIdsOf({ parent, name }: OpenedPolicy): ReadonlySet<string> | undefined {
  if (!existsSync(path.join(parent, name, 'rows.yaml'))) return undefined;
  return new Set(orRefuse(parent, name, () => loadRows(name, parent)).map(({ id }) => id));
}

/** Whether a folder holds a policy of its own. */
export function isPolicyFolder(folder: string): boolean {
  return existsSync(path.join(folder, 'pack.yaml'));
}

function whereIs(named: string): { parent: string; name: string } {
  if (listShippedIds().includes(named)) return { parent: folderOf(named), name: named };
  const folder = path.resolve(named);
  const stat = statSync(folder, { throwIfNoEntry: false });
  if (stat === undefined)
    throw new CommandError(`There is no policy and no folder "${named}". The policies here are ${listShippedIds().join(', ')}.`);
  if (!stat.isDirectory()) throw new CommandError(`${named} is a file. Give the folder in which pack.yaml lies.`);
  if (!isPolicyFolder(folder)) throw new CommandError(`There is no pack.yaml in ${named}.`);
  return { parent: path.dirname(folder), name: path.basename(folder) };
}

function orRefuse<Result>(parent: string, name: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (error instanceof PackFilesError) throw refusal(parent, name, error.problems);
    throw error;
  }
}

const MOST_SAID = 60;

/** Everything that is wrong with the files, with line numbers where they can be found, and exit code 1. */
export function refusal(parent: string, name: string, problems: readonly FileProblem[]): CommandError {
  const lines = problems.slice(0, MOST_SAID).map((problem) => `- ${placeOfProblem(parent, name, problem)}: ${problem.message}`);
  const rest = problems.length > MOST_SAID ? [`… and ${problems.length - MOST_SAID} more.`] : [];
  return new CommandError([`The policy "${name}" cannot be used:`, ...lines, ...rest].join('\n'), 1);
}
