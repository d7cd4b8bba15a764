/** What is chosen before an audit tool is begun. */
import { auditKind, type AuditedKind, type AuditKind } from '@plumbline/domain/audits';
import type { FormProblem } from '../../../parts/form/form-problem.ts';
import type { ToolListRow } from './outputs.ts';
import { usualTitle } from './tool-words.ts';

export interface Beginning {
  readonly from: 'policy' | 'copy';
  readonly kind: AuditKind;
  readonly about: AuditedKind;
  /** The tool that is copied; empty until one is chosen. */
  readonly copied: string;
  /** Null until somebody types one: the title follows what is chosen. */
  readonly typed: string | null;
}

export const FIRST: Beginning = { from: 'policy', kind: 'supervision-file', about: 'person', copied: '', typed: null };

/** Another kind of audit; what it looks at stays where that kind can look at it too. */
export function withKind(before: Beginning, kind: AuditKind): Beginning {
  const { about: choices } = auditKind(kind);
  return { ...before, kind, about: choices.includes(before.about) ? before.about : (choices[0] ?? before.about) };
}

/** What was typed, else what is usual for what is chosen. */
export function titleOf(
  { from, kind, about, copied, typed }: Beginning,
  tools: readonly Pick<ToolListRow, 'id' | 'title'>[],
): string {
  if (typed !== null) return typed;
  if (from === 'policy') return usualTitle(kind, about);
  const original = tools.find(({ id }) => id === copied);
  return original === undefined ? '' : `Copy of ${original.title}`.slice(0, 200);
}

/** What is missing before it can be begun; the entry is the field to mend. */
export function beginningProblems({ from, copied }: Beginning, title: string): FormProblem[] {
  return [
    ...(from === 'copy' && copied === '' ? [{ entry: 'copied', message: 'Choose the audit tool that is copied.' }] : []),
    ...(title.trim() === '' ? [{ entry: 'title', message: '“Title” is needed.' }] : []),
  ];
}

/** As the server is asked. */
export function askedOf({ from, kind, about, copied }: Beginning, title: string) {
  const beginning =
    from === 'policy' ? { kind: 'policy' as const, audit: kind, about } : { kind: 'copy' as const, toolId: copied };
  return { from: beginning, title: title.trim() };
}
