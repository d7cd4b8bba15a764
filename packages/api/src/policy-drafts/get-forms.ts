import {
  attributeInWords,
  buildForms,
  type FormOption,
  type PolicyForms,
  type Schema,
  type Suggest,
} from '@plumbline/analytics/policy-form';
import { factKindTitle } from '@plumbline/analytics/wording';
import { FACT_KINDS, FACT_KIND_NAMES, type Column } from '@plumbline/domain/facts';
import { packJsonSchema } from '@plumbline/domain/policy';
import { attributesKnownOf } from '@plumbline/domain/policy/authoring';
import { procedure } from '../trpc.ts';

/** The forms of everything in a policy, with what is offered for its texts. What comes from the draft itself is offered by the page. */
export interface PolicyFormsView {
  readonly forms: PolicyForms;
  readonly offered: Readonly<Partial<Record<Suggest, readonly FormOption[]>>>;
}

let made: PolicyFormsView | null = null;

/** The same for everybody and for as long as the server runs. */
export function getForms(): PolicyFormsView {
  return (made ??= { forms: buildForms(packJsonSchema() as Schema), offered: offered() });
}

function offered(): PolicyFormsView['offered'] {
  const { kind, purposes } = FACT_KINDS.session.columns;
  const attributes = [...new Set([...attributesKnownOf('person'), ...attributesKnownOf('child')])];
  return {
    attributes: attributes.map((value) => ({ value, label: capital(attributeInWords(value)) })),
    'session-kinds': optionsOf(kind),
    purposes: optionsOf(purposes),
    'fact-kinds': FACT_KIND_NAMES.map((value) => ({ value, label: factKindTitle(value) })),
    fields: FACT_KIND_NAMES.flatMap((name) =>
      Object.entries<Column>(FACT_KINDS[name].columns).map(([column, { label }]) => ({
        value: `${name}.${column}`,
        label: `${label} (${factKindTitle(name).toLowerCase()})`,
      })),
    ),
  };
}

function optionsOf({ options = {} }: Column): FormOption[] {
  return Object.entries(options).map(([value, label]) => ({ value, label }));
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export const getFormsProcedure = procedure.meta({ permission: 'policy:draft' }).query(() => getForms());
