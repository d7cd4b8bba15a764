import { useState, type ReactElement } from 'react';
import { Button, Group, MultiSelect, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import {
  FIGURES,
  GUIDE,
  isGiven,
  mergeCodes,
  redefineCode,
  retireCode,
  splitCode,
  type Code,
  type Codebook,
  type CodebookChange,
  type CodeWords,
  type FigureName,
} from '@plumbline/domain/focus-groups';

interface CodeEditorProps {
  readonly codebook: Codebook;
  readonly code: Code;
  readonly onChange: (codebook: Codebook) => void;
  readonly onClose: () => void;
}

const PROBLEMS: Readonly<Record<Extract<CodebookChange, { ok: false }>['problem']['kind'], string>> = {
  'unknown-code': 'There is no such code.',
  'code-exists': 'This mark was used before. Take another, so that nothing counts under two meanings.',
  'same-code': 'Choose another code.',
  'too-few-parts': 'Give two parts at least.',
};

/** Says a code anew, merges it into another, splits it or retires it. Nothing is kept until the whole codebook is. */
export function CodeEditor({ codebook, code, onChange, onClose }: CodeEditorProps): ReactElement {
  const [words, setWords] = useState<CodeWords>(code);
  const [into, setInto] = useState<string | null>(null);
  const [parts, setParts] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const take = (change: CodebookChange): void => {
    if (!change.ok) return setProblem(PROBLEMS[change.problem.kind]);
    onChange(change.codebook);
    onClose();
  };
  return (
    <Stack gap="sm" maw="40rem" mt="sm" className="no-print">
      <CodeFields words={words} onChange={setWords} />
      {problem !== null && (
        <Text role="alert" c="var(--pl-status-overdue)">
          {problem}
        </Text>
      )}
      <Group gap="sm">
        <Button
          size="sm"
          disabled={words.name.trim() === ''}
          onClick={() => take(redefineCode(codebook, code.id, wordsOf(words)))}
        >
          Say it so
        </Button>
        <Button size="sm" variant="default" onClick={onClose}>
          Leave it
        </Button>
      </Group>
      <Group gap="sm" align="flex-end">
        <Select
          label={`Merge ${code.id} into`}
          placeholder="Choose a code"
          searchable
          data={codebook.codes
            .filter((other) => other.id !== code.id && isGiven(other))
            .map((other) => ({ value: other.id, label: `${other.id} ${other.name}` }))}
          value={into}
          onChange={setInto}
        />
        <Button
          size="sm"
          variant="default"
          disabled={into === null}
          onClick={() => take(mergeCodes(codebook, code.id, into ?? ''))}
        >
          Merge
        </Button>
      </Group>
      <Group gap="sm" align="flex-end">
        <Textarea
          label={`Split ${code.id} into`}
          description="One part a line: its mark, then its name."
          placeholder={'B10 First part\nB11 Second part'}
          autosize
          minRows={2}
          flex="1 1 16rem"
          value={parts}
          onChange={(event) => setParts(event.currentTarget.value)}
        />
        <Button
          size="sm"
          variant="default"
          disabled={parts.trim() === ''}
          onClick={() => take(splitCode(codebook, code.id, partsIn(parts, code)))}
        >
          Split
        </Button>
        <Button size="sm" variant="default" onClick={() => take(retireCode(codebook, code.id))}>
          Retire {code.id}
        </Button>
      </Group>
    </Stack>
  );
}

function wordsOf({ name, definition, doNotCode, watchWith }: CodeWords): CodeWords {
  return { name: name.trim(), definition: definition.trim(), doNotCode: doNotCode.trim(), watchWith };
}

function partsIn(text: string, code: Code): ({ readonly id: string } & CodeWords)[] {
  return text.split('\n').flatMap((line) => {
    const [, id, name] = /^\s*([A-Z][A-Z0-9-]{0,11})\s+(\S.*)$/.exec(line) ?? [];
    return id === undefined || name === undefined
      ? []
      : [{ id, name: name.trim(), definition: '', doNotCode: '', watchWith: code.watchWith }];
  });
}

/** The words of a code, and what is read beside it. */
export function CodeFields({
  words,
  onChange,
}: {
  readonly words: CodeWords;
  readonly onChange: (words: CodeWords) => void;
}): ReactElement {
  const { watchWith } = words;
  return (
    <>
      <TextInput label="Name" value={words.name} onChange={(event) => onChange({ ...words, name: event.currentTarget.value })} />
      <Textarea
        label="What belongs under it"
        autosize
        minRows={2}
        value={words.definition}
        onChange={(event) => onChange({ ...words, definition: event.currentTarget.value })}
      />
      <TextInput
        label="Do not code"
        value={words.doNotCode}
        onChange={(event) => onChange({ ...words, doNotCode: event.currentTarget.value })}
      />
      <TextInput
        label="Watch with"
        value={watchWith.words}
        onChange={(event) => onChange({ ...words, watchWith: { ...watchWith, words: event.currentTarget.value } })}
      />
      <WatchFields
        questions={watchWith.questions}
        figures={watchWith.figures}
        onChange={(change) => onChange({ ...words, watchWith: { ...watchWith, ...change } })}
      />
    </>
  );
}

interface WatchFieldsProps {
  readonly questions: readonly number[];
  readonly figures: readonly string[];
  readonly onChange: (change: { questions?: readonly number[]; figures?: readonly FigureName[] }) => void;
}

/** Questions of the survey and figures that are read beside a code or a theme. */
export function WatchFields({ questions, figures, onChange }: WatchFieldsProps): ReactElement {
  return (
    <>
      <MultiSelect
        label="Questions of the survey beside it"
        data={GUIDE.map(({ number, about }) => ({ value: String(number), label: `${number}. ${about}` }))}
        value={questions.map(String)}
        onChange={(values) => onChange({ questions: values.map(Number) })}
      />
      <MultiSelect
        label="Figures beside it"
        data={Object.entries(FIGURES).map(([value, label]) => ({ value, label }))}
        value={[...figures]}
        onChange={(values) => onChange({ figures: values as FigureName[] })}
      />
    </>
  );
}
