import { FACT_KINDS, kindOf, type FactKindName } from '@plumbline/domain/facts';
import { plainCode } from './codes.ts';

/** The title of a kind of fact, such as "Absences". */
export function factKindTitle(kind: string): string {
  return kind in FACT_KINDS ? kindOf(kind as FactKindName).title : plainCode(kind);
}
