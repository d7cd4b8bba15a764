import { useState, type ReactElement } from 'react';
import { Button, Group, Stack, TextInput, Title } from '@mantine/core';
import { addCode, type Codebook, type CodeWords } from '@plumbline/domain/focus-groups';
import { CodeFields } from './code-editor.tsx';

const NOTHING: CodeWords = { name: '', definition: '', doNotCode: '', watchWith: { words: '', questions: [], figures: [] } };

/** A code of the council's own. Its mark stays for ever, so it is asked for once and never changed. */
export function AddCode({
  codebook,
  onChange,
}: {
  readonly codebook: Codebook;
  readonly onChange: (next: Codebook) => void;
}): ReactElement {
  const [id, setId] = useState<string | null>(null);
  const [words, setWords] = useState(NOTHING);
  const [problem, setProblem] = useState<string | null>(null);
  if (id === null)
    return (
      <Group className="no-print">
        <Button variant="default" onClick={() => setId('')}>
          Add a code
        </Button>
      </Group>
    );
  const add = (): void => {
    if (!/^[A-Z][A-Z0-9-]{0,11}$/.test(id)) return setProblem('A capital letter, then capitals, digits or hyphens: K1.');
    const change = addCode(codebook, id, { ...words, name: words.name.trim(), definition: words.definition.trim() });
    if (!change.ok) return setProblem('This mark was used before. Take another, so that nothing counts under two meanings.');
    onChange(change.codebook);
    setId(null);
    setWords(NOTHING);
    setProblem(null);
  };
  return (
    <section aria-labelledby="add-code" className="no-print">
      <Stack gap="sm" maw="40rem">
        <Title order={2} id="add-code">
          Add a code
        </Title>
        <TextInput
          label="Its mark"
          description="Short and for ever; its letter says where it stands: B for what gets in the way, E for what helps."
          value={id}
          error={problem}
          onChange={(event) => setId(event.currentTarget.value.toUpperCase())}
        />
        <CodeFields words={words} onChange={setWords} />
        <Group gap="sm">
          <Button size="sm" disabled={words.name.trim() === '' || words.definition.trim() === ''} onClick={add}>
            Add it
          </Button>
          <Button size="sm" variant="default" onClick={() => setId(null)}>
            Leave it
          </Button>
        </Group>
      </Stack>
    </section>
  );
}
