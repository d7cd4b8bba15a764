import { useState, type KeyboardEvent, type ReactElement } from 'react';
import { Button, Group, Pill, Radio, SegmentedControl, Stack, Text, TextInput, Title } from '@mantine/core';
import { DIRECTION_WORDS, EVIDENCE_WORDS, type CodedExtractRow } from '@plumbline/analytics/focus-groups';
import {
  DIRECTIONS,
  EVIDENCE_GRADES,
  type Code,
  type Codebook,
  type Direction,
  type EvidenceGrade,
} from '@plumbline/domain/focus-groups';
import { useMutation } from '@tanstack/react-query';
import { useTRPC } from '../../../app/api/trpc.ts';
import { newIdempotencyKey } from '../../../parts/form/idempotency.ts';
import { RefusalNotice } from '../../../parts/form/refusal-notice.tsx';
import { refusalOf } from '../../../parts/form/refusal.ts';
import { findCodes } from '../model/find-codes.ts';
import css from './focus-groups.module.css';
import { useFirstFocus } from './use-first-focus.ts';

interface CodePanelProps {
  readonly extract: CodedExtractRow;
  readonly codebook: Codebook;
  readonly onKept: () => Promise<unknown>;
  readonly onNext: () => void;
  readonly onClose: () => void;
}

/** One extract: type a code and press Enter, choose its direction and how well it is supported, keep it, go on. */
export function CodePanel({ extract, codebook, onKept, onNext, onClose }: CodePanelProps): ReactElement {
  const trpc = useTRPC();
  const keep = useMutation(trpc.focusGroups.code.mutationOptions());
  const drop = useMutation(trpc.focusGroups.drop.mutationOptions());
  const [codes, setCodes] = useState<readonly string[]>(extract.mine?.codes ?? []);
  const [direction, setDirection] = useState<Direction>(extract.mine?.direction ?? 'negative');
  const [evidence, setEvidence] = useState<EvidenceGrade>(extract.mine?.evidence ?? 'E0');
  const save = (): void =>
    keep.mutate(
      {
        extractId: extract.id,
        baseVersion: extract.mine?.version ?? 0,
        codes: [...codes],
        direction,
        evidence,
        idempotencyKey: newIdempotencyKey(),
      },
      { onSuccess: () => void onKept().then(onNext) },
    );
  const toggle = (id: string): void =>
    setCodes((before) => (before.includes(id) ? before.filter((code) => code !== id) : [...before, id]));
  const isOver = extract.role === 'done';
  return (
    <section aria-labelledby="coding-one">
      <Stack gap="sm">
        <Title order={2} id="coding-one">
          {extract.role === 'second' && extract.mine === null ? 'As second coder' : 'This extract'}
        </Title>
        <blockquote className={css['quote']}>{extract.words === '' ? 'Words erased' : extract.words}</blockquote>
        {extract.role === 'second' && extract.mine === null && (
          <Text size="sm" c="dimmed">
            Somebody else has coded it. You see what they chose once you have chosen.
          </Text>
        )}
        {isOver ? (
          <Text>
            Two people have coded it, each without seeing the other’s. It stays so until the codebook changes.
            {extract.mine !== null &&
              ` You chose ${extract.mine.codes.join(', ') || 'no code'}, ${DIRECTION_WORDS[extract.mine.direction]}, ${extract.mine.evidence}.`}
          </Text>
        ) : (
          <>
            <CodeSearch codebook={codebook} codes={codes} onToggle={toggle} onSave={save} />
            <Chosen codebook={codebook} codes={codes} onToggle={toggle} />
            <SegmentedControl
              aria-label="Direction"
              data={DIRECTIONS.map((value) => ({ value, label: DIRECTION_WORDS[value] }))}
              value={direction}
              onChange={(value) => setDirection(value as Direction)}
            />
            <Radio.Group
              label="How well it is supported"
              value={evidence}
              onChange={(value) => setEvidence(value as EvidenceGrade)}
            >
              <Stack gap={4} mt={4}>
                {EVIDENCE_GRADES.map((grade) => (
                  <Radio key={grade} value={grade} label={EVIDENCE_WORDS[grade]} />
                ))}
              </Stack>
            </Radio.Group>
            {keep.isError && <RefusalNotice refusal={refusalOf(keep.error)} />}
            <Group gap="sm">
              <Button size="sm" loading={keep.isPending} onClick={save}>
                Keep it and go on
              </Button>
            </Group>
          </>
        )}
        {extract.other !== null && (
          <Text size="sm">
            {extract.other.by.name} chose {extract.other.codes.join(', ') || 'no code'},{' '}
            {DIRECTION_WORDS[extract.other.direction]}, {extract.other.evidence}.
          </Text>
        )}
        {drop.isError && <RefusalNotice refusal={refusalOf(drop.error)} />}
        <Group gap="sm">
          <Button size="sm" variant="default" onClick={onClose}>
            All extracts
          </Button>
          {extract.isMine && (
            <Button
              size="sm"
              variant="default"
              loading={drop.isPending}
              onClick={() =>
                drop.mutate(
                  { extractId: extract.id, idempotencyKey: newIdempotencyKey() },
                  { onSuccess: () => void onKept().then(onClose) },
                )
              }
            >
              Take this extract away
            </Button>
          )}
        </Group>
      </Stack>
    </section>
  );
}

interface CodeSearchProps {
  readonly codebook: Codebook;
  readonly codes: readonly string[];
  readonly onToggle: (id: string) => void;
  readonly onSave: () => void;
}

/** A code by its mark or a part of its name: Enter takes the first, Ctrl Enter keeps the extract. */
function CodeSearch({ codebook, codes, onToggle, onSave }: CodeSearchProps): ReactElement {
  const [text, setText] = useState('');
  const field = useFirstFocus<HTMLInputElement>();
  const isAsking = text.trim() !== '';
  const found = findCodes(codebook, text).slice(0, isAsking ? 12 : undefined);
  function press(event: KeyboardEvent): void {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    if (event.ctrlKey) return onSave();
    const [first] = found;
    if (first !== undefined && isAsking) {
      onToggle(first.id);
      setText('');
    }
  }
  return (
    <>
      <TextInput
        label="Code"
        description="Its mark or part of its name. Enter takes the first below; Ctrl Enter keeps the extract."
        value={text}
        autoComplete="off"
        ref={field}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={press}
      />
      {isAsking ? (
        <CodeChoices found={found} codes={codes} onToggle={onToggle} />
      ) : (
        <details>
          <summary>All codes</summary>
          <CodeChoices found={found} codes={codes} onToggle={onToggle} />
        </details>
      )}
    </>
  );
}

function CodeChoices({
  found,
  codes,
  onToggle,
}: { readonly found: readonly Code[] } & Pick<CodeSearchProps, 'codes' | 'onToggle'>): ReactElement {
  return (
    <ul className={css['questions']}>
      {found.map((code) => (
        <li key={code.id}>
          <button
            type="button"
            className={css['extract']}
            aria-pressed={codes.includes(code.id)}
            title={code.doNotCode === '' ? code.definition : `${code.definition} Not: ${code.doNotCode}`}
            onClick={() => onToggle(code.id)}
          >
            {codes.includes(code.id) ? '✓ ' : ''}
            <strong>{code.id}</strong> {code.name}
            <br />
            <span className={css['sign']} style={{ whiteSpace: 'normal' }}>
              {code.definition}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Chosen({ codebook, codes, onToggle }: Omit<CodeSearchProps, 'onSave'>): ReactElement {
  if (codes.length === 0) return <Text size="sm">No code chosen.</Text>;
  return (
    <fieldset className={css['choices']} aria-label="Chosen codes">
      {codes.map((id) => (
        <Pill
          key={id}
          size="lg"
          withRemoveButton
          removeButtonProps={{ 'aria-label': `Take ${id} off`, tabIndex: 0, 'aria-hidden': false }}
          onRemove={() => onToggle(id)}
        >
          {id} {codebook.codes.find((code) => code.id === id)?.name ?? ''}
        </Pill>
      ))}
    </fieldset>
  );
}
