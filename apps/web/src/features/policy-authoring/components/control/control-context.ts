import { createContext, useContext, type ComponentType } from 'react';
import type { DraftRemark } from '@plumbline/analytics/compliance';
import type { FormControl, FormOption, Suggest } from '@plumbline/analytics/policy-form';
import type { Data } from '../../model/draft-edits.ts';
import { problemAt } from '../../model/remarks.ts';

/** One value of a policy and what is asked for it. */
export interface ControlProps<Control extends FormControl = FormControl> {
  readonly control: Control;
  /** Where in the draft: `rules.12.every`. It is the field's id, and remarks are found by it. */
  readonly path: string;
  readonly label: string;
  readonly help: string | null;
  readonly isRequired: boolean;
  readonly value: Data | undefined;
  /** Undefined takes the value away. */
  readonly onChange: (value: Data | undefined) => void;
}

/** What every field of a form may need: remarks about the draft, what is offered for texts, and whether it can be changed. */
export interface ControlSurroundings {
  readonly remarks: readonly DraftRemark[];
  readonly offered: (suggest: Suggest) => readonly FormOption[];
  readonly isReadOnly: boolean;
  /** Draws a value inside another one, whatever it is. */
  readonly Field: ComponentType<ControlProps>;
}

export const ControlContext = createContext<ControlSurroundings>({
  remarks: [],
  offered: () => [],
  isReadOnly: false,
  Field: () => null,
});

export function useSurroundings(): ControlSurroundings {
  return useContext(ControlContext);
}

/** What the kit's inputs have in common. */
export function useInputProps({ path, label, help }: Pick<ControlProps, 'path' | 'label' | 'help'>) {
  const { remarks, isReadOnly } = useSurroundings();
  return {
    id: path,
    label,
    ...(help === null ? {} : { description: help }),
    error: problemAt(remarks, path),
    disabled: isReadOnly,
  };
}

/** The options with the values that are there, where they are none of them. */
export function withValue(options: readonly FormOption[], ...values: readonly string[]): { value: string; label: string }[] {
  const strange = values.filter((value) => value !== '' && !options.some((option) => option.value === value));
  return [...options.map(({ value, label }) => ({ value, label })), ...strange.map((value) => ({ value, label: value }))];
}
