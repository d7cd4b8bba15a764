import { createContext, useContext } from 'react';
import type { DraftRemark } from '@plumbline/analytics/compliance';
import type { FormOption, Suggest } from '@plumbline/analytics/policy-form';

/** What every field of a form may need: remarks about the draft, what is offered for texts, and whether it can be changed. */
export interface ControlSurroundings {
  readonly remarks: readonly DraftRemark[];
  readonly offered: (suggest: Suggest) => readonly FormOption[];
  readonly isReadOnly: boolean;
}

export const ControlContext = createContext<ControlSurroundings>({ remarks: [], offered: () => [], isReadOnly: false });

export function useSurroundings(): ControlSurroundings {
  return useContext(ControlContext);
}
