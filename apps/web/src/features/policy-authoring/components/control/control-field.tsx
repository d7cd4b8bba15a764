import { type ReactElement } from 'react';
import { fits } from '@plumbline/analytics/policy-form';
import { ConditionField } from './condition-field.tsx';
import type { ControlProps } from './control-context.ts';
import { LengthField } from './length-field.tsx';
import { ListField } from './list-field.tsx';
import { GroupField, MaybeField, OneOfField, TableField } from './nested-fields.tsx';
import { AmountField, ChoiceField, DataField, TextField, YesNoField } from './plain-fields.tsx';

/** One value of a policy, asked for as its format says. A value of another shape is shown as data, so that nothing is lost. */
export function ControlField(props: ControlProps): ReactElement | null {
  const { control } = props;
  if (!fits(control, props.value)) return <DataField {...props} />;
  switch (control.kind) {
    case 'text':
      return <TextField {...props} control={control} />;
    case 'number':
      return <AmountField {...props} control={control} />;
    case 'yes-no':
      return <YesNoField {...props} />;
    case 'choice':
      return <ChoiceField {...props} control={control} />;
    case 'fixed':
      return null;
    case 'length':
      return <LengthField {...props} control={control} />;
    case 'condition':
      return <ConditionField {...props} control={control} />;
    case 'list':
      return <ListField {...props} control={control} />;
    case 'table':
      return <TableField {...props} control={control} />;
    case 'group':
      return <GroupField {...props} control={control} />;
    case 'one-of':
      return <OneOfField {...props} control={control} />;
    case 'maybe':
      return <MaybeField {...props} control={control} />;
    case 'data':
      return <DataField {...props} />;
  }
}
