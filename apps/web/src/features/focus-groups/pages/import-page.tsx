import { useState, type ReactElement } from 'react';
import { Alert, FileInput, Stack, Text } from '@mantine/core';
import type { ReadFile } from '@plumbline/analytics/focus-groups';
import { PageHeading } from '../../../app/layout/page-heading.tsx';
import { GroupCrumbs } from '../components/group-crumbs.tsx';
import { UnderstoodRecord } from '../components/understood-record.tsx';
import { sendRecord } from '../model/send-record.ts';

/** Brings in the record of a group that was held before: read first, kept only once somebody has looked it over. */
export function ImportPage(): ReactElement {
  const [read, setRead] = useState<ReadFile | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isReading, setReading] = useState(false);

  async function choose(file: File | null): Promise<void> {
    setProblem(null);
    setRead(null);
    if (file === null) return;
    setReading(true);
    const sent = await sendRecord(file);
    setReading(false);
    if (sent.isRead) setRead(sent.read);
    else setProblem(sent.words);
  }

  return (
    <>
      <PageHeading
        title="Bring in a record"
        lead="Of a focus group that was held before: a Word document, Markdown or plain text. You see what was understood of it, mend it, and only then is it kept."
        above={<GroupCrumbs here="Bring in a record" />}
      />
      <Stack gap="xl">
        <Stack gap="xs" maw="32rem">
          <FileInput
            label="The file"
            accept=".docx,.md,.markdown,.txt,text/plain,text/markdown"
            clearable
            clearButtonProps={{ 'aria-label': 'Choose another file' }}
            error={problem}
            onChange={(file) => void choose(file)}
          />
          <Text size="sm" c="dimmed">
            Questions are known by their numbers: 1), 2. or Question 3. Supplementary questions by “SupQ” or “Supplementary
            question”, their answers by “A:”.
          </Text>
          <Text size="sm" aria-live="polite">
            {isReading ? 'Reading …' : ''}
          </Text>
        </Stack>
        {read !== null && read.record.questions.length === 0 && (
          <Alert variant="light" color="orange" title="No numbered questions were found">
            Put a number before each question in the file, such as “1)”, and choose it again. You can also keep it as it is:
            everything then stands under “Belongs to no question”.
          </Alert>
        )}
        {read !== null && <UnderstoodRecord key={`${read.fileName} ${read.text.length}`} read={read} />}
      </Stack>
    </>
  );
}
