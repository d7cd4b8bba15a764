import { type ReactElement } from 'react';
import { Radio, Stack } from '@mantine/core';
import { auditKind, type AuditKind } from '@plumbline/domain/audits';
import { KIND_GROUPS } from '../model/tool-words.ts';
import css from './audit-tools.module.css';

interface KindChoiceProps {
  readonly kind: AuditKind;
  readonly onChange: (kind: AuditKind) => void;
}

/** What kind of audit it is for: samples graded from outside, and managers' own checks, apart from one another. */
export function KindChoice({ kind, onChange }: KindChoiceProps): ReactElement {
  return (
    <Radio.Group
      label="Kind of audit"
      description="What samples find and what managers see in their own line are never counted together."
      value={kind}
      onChange={(value) => onChange(value as AuditKind)}
    >
      <div className={css['kinds']}>
        {KIND_GROUPS.map(({ by, title, kinds }) => (
          <fieldset key={by} className={css['fields']}>
            <legend>{title}</legend>
            <Stack gap="sm">
              {kinds.map((choice) => {
                const { title: label, says, isGraded } = auditKind(choice);
                const description = isGraded ? says : `${says} It is not graded.`;
                return <Radio key={choice} value={choice} label={label} description={description} />;
              })}
            </Stack>
          </fieldset>
        ))}
      </div>
    </Radio.Group>
  );
}
