import { useState, type DragEvent, type ReactElement } from 'react';
import { Alert, Button, FileButton, Group, Progress, Stack, Text } from '@mantine/core';
import { askToSignIn } from '../../../app/session/sign-in-again.ts';
import { fileProblem, sizeInWords } from '../model/chosen-file.ts';
import { SENT_WORDS, sendFile, type FileToSend, type SendingFile } from '../model/send-file.ts';
import css from './file-chooser.module.css';

interface FileChooserProps {
  readonly kind: FileToSend['kind'];
  readonly isWholeList: boolean;
  readonly onArrived: (importId: string) => void;
}

/** Takes one file, dropped or chosen, and sends it to be read. Nothing is recorded by that. */
export function FileChooser({ kind, isWholeList, onArrived }: FileChooserProps): ReactElement {
  const [sending, setSending] = useState<{ readonly file: File; readonly share: number; readonly stop: () => void } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isOver, setOver] = useState(false);

  async function take(file: File | null | undefined): Promise<void> {
    if (file === null || file === undefined) return;
    const wrong = fileProblem(file);
    setProblem(wrong);
    if (wrong !== null) return;
    const started: SendingFile = sendFile({ kind, file, isWholeList }, (share) =>
      setSending((now) => (now === null ? null : { ...now, share })),
    );
    setSending({ file, share: 0, stop: started.stop });
    const sent = await started.done;
    setSending(null);
    if (sent.ok) return onArrived(sent.importId);
    setProblem(SENT_WORDS[sent.problem]);
    if (sent.problem === 'signed-out') await askToSignIn();
  }

  function drop(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    if (event.dataTransfer.files.length > 1) return setProblem('Drop one file at a time: each kind has a file of its own.');
    void take(event.dataTransfer.files[0]);
  }

  return (
    <Stack gap="sm" maw="44rem">
      <div role="alert">
        {problem !== null && (
          <Alert color="var(--pl-status-overdue)" variant="light" title="This file was not taken">
            {problem}
          </Alert>
        )}
      </div>
      <div
        className={css['zone']}
        data-over={isOver}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        {sending === null ? (
          <Stack gap="xs" align="flex-start">
            <FileButton
              accept=".csv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
              onChange={(file) => void take(file)}
            >
              {(props) => <Button {...props}>Choose a file</Button>}
            </FileButton>
            <Text size="sm" c="dimmed">
              Or drop it here. CSV or Excel (.xlsx), up to 200 MB. Nothing is recorded yet: you see first what it would change.
            </Text>
          </Stack>
        ) : (
          <Stack gap="xs">
            <Text>
              Sending {sending.file.name} ({sizeInWords(sending.file.size)})
            </Text>
            <Progress value={sending.share * 100} aria-label={`Sending ${sending.file.name}`} />
            <Group justify="space-between">
              <Text size="sm" aria-live="polite">
                {Math.floor(sending.share * 10) * 10} % sent
              </Text>
              <Button variant="default" size="xs" onClick={sending.stop}>
                Stop
              </Button>
            </Group>
          </Stack>
        )}
      </div>
    </Stack>
  );
}
