import { type ReactElement } from 'react';
import { Stack, Text } from '@mantine/core';
import type { AuditTool } from '@plumbline/domain/audits';
import { Empty } from '../../../app/states/empty.tsx';
import { ComputedList } from './computed-list.tsx';

/** The rules whose answer is worked out from records. Shown as they are: they come from the policy. */
export function RecordPart({ tool }: { readonly tool: AuditTool }): ReactElement {
  if (tool.computed.length === 0)
    return (
      <Empty title="Nothing is worked out from records here">
        For most kinds of audit, rules such as how often people meet stand here. They are worked out from what is recorded, and
        shown to the auditor beside the questions.
      </Empty>
    );
  return (
    <Stack gap="md" maw="48rem">
      <section aria-labelledby="from-records">
        <h2 id="from-records">Worked out from records</h2>
        <Text className="prose" mb="md">
          The answers to these rules come from what is recorded here. Auditors see them beside the questions and do not grade
          them. They follow the policy from which this tool was begun, and cannot be changed here.
        </Text>
        <ComputedList computed={tool.computed} isLinked />
      </section>
    </Stack>
  );
}
