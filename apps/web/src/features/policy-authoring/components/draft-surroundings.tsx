import { lazy, useMemo, type ReactElement, type ReactNode } from 'react';
import type { FormOption, Suggest } from '@plumbline/analytics/policy-form';
import type { RouterOutputs } from '../model/outputs.ts';
import { idOf, rulesOf, textOf, valueAt, type Data } from '../model/draft-edits.ts';
import { ControlContext } from './control/control-context.ts';
import type { DraftWork } from './use-draft.ts';

// Every kind of field, for whoever fills one in; whoever publishes fills in none.
const ControlField = lazy(async () => ({ default: (await import('./control/control-field.tsx')).ControlField }));

interface DraftSurroundingsProps {
  readonly work: DraftWork;
  readonly forms: RouterOutputs['policyDrafts']['forms'];
  readonly isReadOnly: boolean;
  readonly children: ReactNode;
}

/** Gives every field what it may offer: codes of facts, and rules, clocks and readings of the draft itself. */
export function DraftSurroundings({ work, forms, isReadOnly, children }: DraftSurroundingsProps): ReactElement {
  const own = useMemo(() => ownOptions(work.pack), [work.pack]);
  const value = useMemo(
    () => ({
      remarks: work.remarks,
      offered: (suggest: Suggest): readonly FormOption[] => own[suggest] ?? forms.offered[suggest] ?? [],
      isReadOnly,
      Field: ControlField,
    }),
    [work.remarks, own, forms, isReadOnly],
  );
  return <ControlContext value={value}>{children}</ControlContext>;
}

function ownOptions(pack: Data): Partial<Record<Suggest, readonly FormOption[]>> {
  const named = (items: readonly Data[], words: string): FormOption[] =>
    items
      .map((item) => ({ value: idOf(item), label: `${idOf(item)}: ${shortened(textOf(item, words))}` }))
      .filter(({ value }) => value !== '');
  const listAt = (name: string): readonly Data[] => {
    const list = valueAt(pack, [name]);
    return Array.isArray(list) ? (list as readonly Data[]) : [];
  };
  const areas = [...new Set(rulesOf(pack).map((rule) => textOf(rule, 'area')))].filter((area) => area !== '');
  return {
    rules: named(rulesOf(pack), 'says'),
    series: named(listAt('series'), 'title'),
    readings: named(listAt('interpretations'), 'question'),
    areas: areas.map((area) => ({ value: area, label: area })),
  };
}

const MOST = 60;

function shortened(text: string): string {
  return text.length <= MOST ? text : `${text.slice(0, MOST)} …`;
}
