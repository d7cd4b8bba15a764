import { areaInWords } from '@plumbline/analytics/wording';
import { useState, type ReactElement } from 'react';
import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import type { AuditQuestion } from '@plumbline/domain/audits';
import { areasOf, keepable, withArea } from '../model/edit-tool.ts';
import { focusSoon } from './focus-soon.ts';
import type { ToolWork } from './use-tool.ts';

/** Stands for an area that is not there yet; no area is called so. */
const ANOTHER = '\u2026';

interface AreaFieldProps {
  readonly question: AuditQuestion;
  readonly work: ToolWork;
}

/** The area of a question: one that is there, or a new one. Put elsewhere, it stands at the end of its new area. */
export function AreaField({ question, work }: AreaFieldProps): ReactElement {
  const [isNew, setIsNew] = useState(false);
  const [name, setName] = useState('');
  const groups = areasOf(work.tool);

  function put(area: string): void {
    if (area.trim() === '') return;
    work.edit((tool) => withArea(tool, question.id, area.trim()), `Moved “${question.asks}” to “${areaInWords(area)}”`);
    // The question now stands in another list: its field there takes the focus.
    focusSoon(`area of ${question.id}`);
  }

  return (
    <Stack gap="xs">
      <NativeSelect
        id={`area of ${question.id}`}
        label="Area"
        description="What audits find is put together by area."
        maw="24rem"
        data={[...groups.map(({ title }) => title), { value: ANOTHER, label: 'Another area' }]}
        value={isNew ? ANOTHER : areaInWords(question.area)}
        onChange={(event) => {
          const title = event.currentTarget.value;
          setIsNew(title === ANOTHER);
          const group = groups.find((one) => one.title === title);
          if (group !== undefined && title !== areaInWords(question.area)) put(group.area);
        }}
      />
      {isNew && (
        <Group gap="sm" align="flex-end">
          <TextInput
            label="Name of the new area"
            maxLength={80}
            value={name}
            onChange={(event) => setName(keepable(event.currentTarget.value))}
          />
          <Button variant="default" disabled={name.trim() === ''} onClick={() => put(name)}>
            Put it there
          </Button>
        </Group>
      )}
    </Stack>
  );
}
