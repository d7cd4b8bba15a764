import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readYaml, yamlFilesIn, type FileProblem } from '@plumbline/policies';

/** Where something in a policy lies, as people look it up: file and line, place in the file, id of the rule. */
export function placesIn(parent: string, name: string): (at: string, rule: string | null) => string {
  const rules = ruleFiles(parent, name);
  return (at, rule) => {
    const [part = '', index, ...rest] = at.split('.');
    const found = part === 'rules' ? rules[Number(index)] : undefined;
    if (found !== undefined) return place(parent, found.file, ['rules', found.within, ...rest].join('.'), rule);
    const file = part === 'interpretations' || part === 'silences' ? `${part}.yaml` : part === 'rules' ? 'rules' : 'pack.yaml';
    return place(parent, `${name}/${file}`, at, rule);
  };
}

/** The same for a problem of reading, whose file is known and whose message may name a line. */
export function placeOfProblem(parent: string, name: string, { file, path: at, rule, message }: FileProblem): string {
  const [part, index, ...rest] = at.split('.');
  if (part !== 'rules' || index === undefined) return place(parent, file, at, rule, /at line (\d+)/.exec(message)?.[1]);
  const within = ruleFiles(parent, name)[Number(index)]?.within ?? index;
  return place(parent, file, ['rules', within, ...rest].join('.'), rule);
}

/** Rules of all files are read as one list: the file of each, and its place there. */
function ruleFiles(parent: string, name: string): { readonly file: string; readonly within: number }[] {
  return yamlFilesIn(parent, name, 'rules').flatMap((file) => {
    const rules = (readYaml(parent, file, []) as { rules?: unknown } | null)?.rules;
    return Array.isArray(rules) ? rules.map((_, within) => ({ file, within })) : [];
  });
}

function place(parent: string, file: string, at: string, rule: string | null, saidLine?: string): string {
  const line = saidLine ?? (rule === null ? null : lineOf(path.join(parent, file), rule));
  const parts = [`${file}${line === null ? '' : `:${line}`}`, at, rule === null ? '' : `rule ${rule}`];
  return parts.filter((part) => part !== '').join(', ');
}

/** The line on which a rule says its id, counted from 1. */
function lineOf(file: string, rule: string): number | null {
  if (!existsSync(file)) return null;
  const said = new RegExp(`(^|[\\s{,-])id:\\s*['"]?${RegExp.escape(rule)}['"]?\\s*(,|}|#|$)`);
  const at = readFileSync(file, 'utf8')
    .split('\n')
    .findIndex((line) => said.test(line));
  return at < 0 ? null : at + 1;
}
