import { type ReactElement } from 'react';
import { Stack, Text } from '@mantine/core';
import { toolFindingWords } from '@plumbline/analytics/wording';
import { minutesForTool, type AuditTool, type ToolCheck, type ToolFinding, type ToolFindingKind } from '@plumbline/domain/audits';
import { numberOf } from '../model/edit-tool.ts';
import { minutesWords, sizeWords } from '../model/tool-words.ts';
import css from './audit-tools.module.css';
import type { ToolPart } from './tool-tabs.tsx';

interface CheckPanelProps {
  readonly tool: AuditTool;
  readonly check: ToolCheck;
  readonly onOpen: (id: string) => void;
  readonly onOpenPart: (part: ToolPart) => void;
}

/** How long an audit takes, and everything that its author should know before it is published, each with the way to its place. */
export function CheckPanel(props: CheckPanelProps): ReactElement {
  const { tool, check } = props;
  return (
    <Stack gap="xl" maw="48rem">
      <Findings
        {...props}
        title="To mend before publishing"
        findings={check.findings.filter(({ weight }) => weight === 'must')}
      />
      <Findings {...props} title="Worth a look" findings={check.findings.filter(({ weight }) => weight === 'may')} />
      <section aria-labelledby="length">
        <h2 id="length">How long it takes</h2>
        <Text className="prose">
          {sizeWords(tool)}: {minutesWords(minutesForTool(tool))} for each audit once the file is open. That is our own estimate
          from the number of questions and how they are answered. How long auditors really take is never measured.
        </Text>
      </section>
    </Stack>
  );
}

interface FindingsProps extends CheckPanelProps {
  readonly title: string;
  readonly findings: readonly ToolFinding[];
}

function Findings({ title, findings, tool, onOpen, onOpenPart }: FindingsProps): ReactElement {
  const id = title.replaceAll(' ', '-').toLowerCase();
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        {title}
        {findings.length > 0 && ` (${findings.length})`}
      </h2>
      {findings.length === 0 && <Text c="dimmed">Nothing.</Text>}
      <ul className={css['plainList']}>
        {findings.map((finding) => (
          <li key={`${finding.kind} ${finding.question ?? ''}`}>
            <Place finding={finding} tool={tool} onOpen={onOpen} onOpenPart={onOpenPart} />
            <Text>{toolFindingWords(finding, tool)}</Text>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Where something about the whole is mended; nowhere where it is not in the map. */
const PARTS: Readonly<Partial<Record<ToolFindingKind, readonly [part: ToolPart, label: string]>>> = {
  'no-title': ['introduction', 'Title'],
  'no-overall': ['introduction', 'Overall grades'],
  'no-questions': ['questions', 'Questions'],
  'no-limiting': ['questions', 'Questions'],
  long: ['questions', 'Questions'],
};

type PlaceProps = Pick<CheckPanelProps, 'tool' | 'onOpen' | 'onOpenPart'> & { readonly finding: ToolFinding };

function Place({ finding: { kind, question }, tool, onOpen, onOpenPart }: PlaceProps): ReactElement | null {
  const asked = tool.questions.find(({ id }) => id === question);
  const part = PARTS[kind];
  if (asked !== undefined)
    return (
      <button type="button" className={css['asLink']} onClick={() => onOpen(asked.id)}>
        Question {numberOf(tool, asked.id)}
        {asked.asks.trim() !== '' && `: ${asked.asks}`}
      </button>
    );
  if (part === undefined) return null;
  return (
    <button type="button" className={css['asLink']} onClick={() => onOpenPart(part[0])}>
      {part[1]}
    </button>
  );
}
