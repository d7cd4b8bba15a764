import { useState, type ReactElement, type ReactNode } from 'react';
import { Alert, Button, FileButton, Group } from '@mantine/core';
import { sendDocument, type DocumentOf } from '../model/send-document.ts';

interface SendDocumentButtonProps {
  readonly of: DocumentOf;
  readonly label: string;
  /** What is said over the reason when the file was refused. */
  readonly refusedAs: string;
  /** Left out where the reader may look only. */
  readonly isHidden: boolean;
  readonly onSent: (documentId: string) => void;
  /** What stands before the button: the document that is there. */
  readonly before: ReactNode;
  readonly after?: ReactNode;
}

/** Chooses a document and sends it; says beneath what was wrong with it. */
export function SendDocumentButton(props: SendDocumentButtonProps): ReactElement {
  const { of, label, refusedAs, isHidden, onSent, before, after } = props;
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function send(file: File | null): Promise<void> {
    if (file === null) return;
    setSending(true);
    setProblem(null);
    const sent = await sendDocument(of, file);
    setSending(false);
    if (sent.isSent) onSent(sent.documentId);
    else setProblem(sent.words);
  }

  return (
    <div>
      <Group gap="sm">
        {before}
        {!isHidden && (
          <FileButton onChange={(file) => void send(file)} accept=".pdf,.docx,.txt,.md">
            {(button) => (
              <Button {...button} variant="default" size="xs" loading={isSending}>
                {label}
              </Button>
            )}
          </FileButton>
        )}
        {after}
      </Group>
      {problem !== null && (
        <Alert role="alert" mt="xs" variant="light" color="var(--pl-status-overdue)" title={refusedAs}>
          {problem}
        </Alert>
      )}
    </div>
  );
}
