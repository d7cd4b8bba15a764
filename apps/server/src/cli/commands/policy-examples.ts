import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import type { PolicyPack } from '@plumbline/domain/policy';
import { ScenarioFile } from '@plumbline/domain/policy/scenarios';
import { listShippedIds, readYaml, type FileProblem } from '@plumbline/policies';
import type { LoadedScenarios } from '@plumbline/policies/scenarios';
import { CommandError } from '../command.ts';
import { unreadable, yamlFilesDirectlyIn } from './policy-files.ts';
import { isPolicyFolder, openPolicy, scenariosOf } from './policy-folder.ts';

/** Scenarios together with the policy under which they are asked. */
export interface Examples {
  readonly title: string;
  readonly pack: PolicyPack;
  readonly files: readonly LoadedScenarios[];
  /** What keeps files from being read at all; the others are run. */
  readonly problems: readonly FileProblem[];
}

/**
 * What is to be run for a name: a policy here or in a folder, with the scenarios beside its rules; or a file or folder of
 * scenarios from anywhere, under the policy that is named or that a folder is called after.
 */
export function examplesToRun(named: string, policy: string | undefined): Examples[] {
  const isHere = listShippedIds().includes(named);
  if (isHere || (existsSync(named) && isPolicyFolder(named))) {
    const opened = openPolicy(policy ?? named);
    return [
      {
        title: policy === undefined ? opened.name : `${named} under ${policy}`,
        pack: opened.pack,
        files: scenariosOf(policy === undefined ? opened : openPolicy(named)),
        problems: [],
      },
    ];
  }
  const stat = statSync(named, { throwIfNoEntry: false });
  if (stat === undefined)
    throw new CommandError(
      `There is no policy, file or folder "${named}". The policies here are ${listShippedIds().join(', ')}.`,
    );
  const place = path.resolve(named);
  if (stat.isFile())
    return [examplesIn(path.dirname(place), [path.basename(place)], policy ?? policyCalledAfter(path.dirname(place), named))];
  const parts = policy === undefined ? partsCalledAfterPolicies(place) : [];
  if (parts.length > 0) return parts;
  return [examplesIn(place, yamlIn(place), policy ?? policyCalledAfter(place, named))];
}

/** `<folder>/wirral/*.yaml`, `<folder>/kent/*.yaml`: each under the policy that its folder is called after. */
function partsCalledAfterPolicies(folder: string): Examples[] {
  return listShippedIds()
    .filter((id) => statSync(path.join(folder, id), { throwIfNoEntry: false })?.isDirectory() === true)
    .map((id) => examplesIn(path.join(folder, id), yamlIn(path.join(folder, id)), id));
}

/** YAML files of a folder, and those in a folder "scenarios" within it. */
function yamlIn(folder: string): string[] {
  const within = path.join(folder, 'scenarios');
  const isThere = statSync(within, { throwIfNoEntry: false })?.isDirectory() === true;
  return [...yamlFilesDirectlyIn(folder), ...(isThere ? yamlFilesDirectlyIn(within).map((file) => `scenarios/${file}`) : [])];
}

function policyCalledAfter(folder: string, named: string): string {
  const parts = folder.split(path.sep);
  const last = parts.at(-1) === 'scenarios' ? parts.at(-2) : parts.at(-1);
  if (last !== undefined && listShippedIds().includes(last)) return last;
  throw new CommandError(
    `Say under which policy the scenarios in ${named} are asked: --pack and one of ${listShippedIds().join(', ')}, or a policy's folder.`,
  );
}

function examplesIn(folder: string, files: readonly string[], policy: string): Examples {
  const { pack } = openPolicy(policy);
  if (files.length === 0) throw new CommandError(`There is no YAML file in ${folder}.`, 1);
  const problems: FileProblem[] = unreadable(folder, files);
  const broken = new Set(problems.map(({ file }) => file));
  const loaded = files
    .filter((file) => !broken.has(file))
    .flatMap((file): LoadedScenarios[] => {
      const parsed = ScenarioFile.safeParse(readYaml(folder, file, problems));
      if (parsed.success) return [{ file, content: parsed.data }];
      problems.push(
        ...parsed.error.issues.map((issue) => ({ file, path: issue.path.join('.'), rule: null, message: issue.message })),
      );
      return [];
    });
  return { title: `${path.basename(folder)} under ${policy}`, pack, files: loaded, problems };
}
