import { useState, type ReactElement } from 'react';
import { Alert, Button, FileButton, Group, Text } from '@mantine/core';
import { sendDocument } from '../model/send-document.ts';

interface AttachDocumentProps {
  readonly of: { readonly version: string } | { readonly draft: string };
  readonly present: { readonly id: string; readonly fileName: string } | null;
  readonly mayAttach: boolean;
  readonly onAttached: () => void;
}

/** The council's own document beside a version: opened, attached, or put in place of another. */
export function AttachDocument({ of, present, mayAttach, onAttached }: AttachDocumentProps): ReactElement {
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function send(file: File | null): Promise<void> {
    if (file === null) return;
    setSending(true);
    setProblem(null);
    const sent = await sendDocument(of, file);
    setSending(false);
    if (sent.isSent) onAttached();
    else setProblem(sent.words);
  }

  return (
    <>
      <Group gap="sm">
        {present === null ? (
          <Text c="dimmed">No document attached</Text>
        ) : (
          <a href={`/api/policy/documents/${present.id}`} target="_blank" rel="noreferrer">
            {present.fileName}
          </a>
        )}
        {mayAttach && (
          <FileButton onChange={(file) => void send(file)} accept=".pdf,.docx,.txt,.md">
            {(props) => (
              <Button {...props} variant="default" size="xs" loading={isSending}>
                {present === null ? 'Attach the council’s document' : 'Attach another'}
              </Button>
            )}
          </FileButton>
        )}
      </Group>
      {problem !== null && (
        <Alert role="alert" mt="xs" variant="light" color="var(--pl-status-overdue)" title="The document was not attached">
          {problem}
        </Alert>
      )}
    </>
  );
}
