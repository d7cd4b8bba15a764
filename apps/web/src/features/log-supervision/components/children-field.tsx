import { useState, type ReactElement } from 'react';
import { Button, Checkbox, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { DateTimeField } from '../../../parts/form/date-time-field.tsx';
import { fieldId, problemOfEntry } from '../../../parts/form/error-summary.tsx';
import { childStandingWords } from '../model/changed-words.ts';
import { childDraft, withChild, type ChildDraft, type LogDraft } from '../model/log-draft.ts';
import type { OfferedChild } from '../model/offered-children.ts';
import { DueWords } from './due-words.tsx';
import type { LogFormPart } from './log-form.tsx';

interface ChildrenFieldProps extends LogFormPart {
  readonly offered: readonly OfferedChild[];
  readonly onDraft: (draft: LogDraft) => void;
}

/** The children said to be discussed, ticked one by one. A tick alone meets nothing; that is said beside each. */
export function ChildrenField({ offered, onDraft, ...part }: ChildrenFieldProps): ReactElement {
  const { formId, draft } = part;
  const ticked = offered.filter((child) => childDraft(draft, child.subject.id).isTicked).length;
  return (
    <Stack component="section" gap="sm" aria-labelledby={fieldId(formId, 'children-title')}>
      <Title order={2} id={fieldId(formId, 'children-title')}>
        Children discussed
      </Title>
      {offered.length === 0 && <Text c="dimmed">No open cases are allocated to them.</Text>}
      {offered.length > 0 && (
        <Text className="prose">
          Tick each child you talked about. A tick meets nothing by itself: it counts once the case supervision record is on the
          child’s own file.
        </Text>
      )}
      <Text size="sm" c="dimmed" aria-live="polite">
        {offered.length > 0 && `${ticked} of ${offered.length} ticked`}
      </Text>
      <Stack component="ul" gap="xs" p={0} m={0}>
        {offered.map((child) => (
          <ChildRow
            key={child.subject.id}
            child={child}
            {...part}
            onChild={(change) => onDraft(withChild(draft, child.subject.id, change))}
          />
        ))}
      </Stack>
    </Stack>
  );
}

interface ChildRowProps extends LogFormPart {
  readonly child: OfferedChild;
  readonly onChild: (change: Partial<ChildDraft>) => void;
}

function ChildRow({ child, onChild, ...part }: ChildRowProps): ReactElement {
  const { id, label } = child.subject;
  const said = childDraft(part.draft, id);
  // What was filed before needs no fields until somebody wants to change it.
  const [isOpen, setOpen] = useState(said.filedDate === '');
  return (
    <Paper component="li" withBorder p="sm" display="block">
      <Group justify="space-between" align="flex-start" gap="xs">
        <Checkbox
          label={label}
          checked={said.isTicked}
          onChange={(event) => onChild({ isTicked: event.currentTarget.checked })}
        />
        <DueWords duty={child.current} today={part.today} />
      </Group>
      {said.isTicked && (
        <Stack gap="sm" mt="sm">
          <Text size="sm" fw={isOpen ? 600 : 400} aria-live="polite">
            {isOpen
              ? childStandingWords(true, said.filedDate.trim() !== '')
              : `On the child’s file since ${said.filedDate}, ${said.filedTime}.`}
          </Text>
          {isOpen ? (
            <ChildTimes {...part} child={child} onChild={onChild} />
          ) : (
            <Button
              variant="subtle"
              size="xs"
              w="fit-content"
              aria-label={`Change the times of ${label}`}
              onClick={() => setOpen(true)}
            >
              Change the times
            </Button>
          )}
        </Stack>
      )}
    </Paper>
  );
}

/** When the record reached the child's file and, where known, when the worker's summary was sent. */
function ChildTimes({ child, formId, draft, problems, today, onChild }: ChildRowProps): ReactElement {
  const { id, label } = child.subject;
  const said = childDraft(draft, id);
  const [asksSummary, setAsksSummary] = useState(said.summaryDate !== '');
  const input = (entry: string) => ({ id: fieldId(formId, entry), error: problemOfEntry(problems, entry) });
  return (
    <>
      <DateTimeField
        legend={`${label}: on the child’s file`}
        help="Leave it empty until the record is there."
        today={today}
        date={{ ...input(`filed-${id}Date`), value: said.filedDate, onChange: (filedDate) => onChild({ filedDate }) }}
        time={{ ...input(`filed-${id}Time`), value: said.filedTime, onChange: (filedTime) => onChild({ filedTime }) }}
      />
      {asksSummary ? (
        <DateTimeField
          legend={`${label}: worker’s summary sent (optional)`}
          today={today}
          date={{ ...input(`summary-${id}Date`), value: said.summaryDate, onChange: (summaryDate) => onChild({ summaryDate }) }}
          time={{ ...input(`summary-${id}Time`), value: said.summaryTime, onChange: (summaryTime) => onChild({ summaryTime }) }}
        />
      ) : (
        <Button variant="subtle" size="xs" w="fit-content" onClick={() => setAsksSummary(true)}>
          Add when the worker’s summary was sent
        </Button>
      )}
    </>
  );
}
