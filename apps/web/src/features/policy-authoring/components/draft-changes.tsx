import { useRef, useState, type ReactElement } from 'react';
import { Alert, Button, Group, NativeSelect, Progress, Stack, Table, Text, Title } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { PolicyChangeCounts, PolicyChangeRow, PolicyChangesView } from '@plumbline/analytics/compliance';
import { clauseInWords, dateInWords, instantInWords } from '@plumbline/analytics/wording';
import { useTRPC, useTRPCClient } from '../../../app/api/trpc.ts';
import { PageSkeleton } from '../../../app/states/page-skeleton.tsx';
import { Problem } from '../../../app/states/problem.tsx';
import { TextLink } from '../../../parts/link/text-link.tsx';
import { CHANGE_WORDS, changeInWords, firstDaySentences, summaryOf, type ChangeChoice } from '../model/change-words.ts';
import css from './draft.module.css';

/** How often the page asks while the server works it out. */
const ASK_AGAIN_MS = 700;

interface DraftChangesProps {
  readonly draftId: string;
  readonly version: number;
  /** Saves what still waits, so that what is shown is of what is typed. */
  readonly saveNow: () => Promise<number | null>;
}

/** What a draft would change for the council's real people: figures, rule by rule, and the rows behind each. */
export function DraftChanges({ draftId, version, saveNow }: DraftChangesProps): ReactElement {
  const client = useTRPCClient();
  const again = useRef(false);
  const changes = useQuery({
    queryKey: ['what a draft changes', draftId],
    queryFn: async () => {
      await saveNow();
      const input = { draftId, again: again.current };
      again.current = false;
      return await client.policyDrafts.changes.query(input);
    },
    gcTime: 0,
    refetchInterval: (query) => (query.state.data?.state === 'working' ? ASK_AGAIN_MS : false),
  });
  if (changes.isPending) return <PageSkeleton label="Asking what would change" />;
  if (changes.isError)
    return (
      <Problem error={changes.error} what="What would change could not be worked out" onRetry={() => void changes.refetch()} />
    );
  const { data } = changes;
  switch (data.state) {
    case 'working':
      return <Working done={data.done} />;
    case 'failed':
      return (
        <Alert color="gray" title="What would change could not be worked out">
          <Button
            onClick={() => {
              again.current = true;
              void changes.refetch();
            }}
          >
            Try again
          </Button>
        </Alert>
      );
    case 'not-readable':
      return (
        <Text>The draft cannot be read as a policy yet. Mend what stands under Findings, and see here what it would change.</Text>
      );
    case 'done':
      return <WorkedOut key={version} draftId={draftId} changes={data} />;
  }
}

function Working({ done }: { readonly done: number }): ReactElement {
  const percent = Math.round(done * 100);
  return (
    <Stack gap="xs" maw="32rem" component="output">
      <Text>Working out what this draft would ask of everybody, beside what the policy in force asks: {percent}%.</Text>
      <Progress value={percent} aria-label="How far" />
      <Text c="dimmed">You can go on working; it will be here.</Text>
    </Stack>
  );
}

type Done = Extract<PolicyChangesView, { state: 'done' }>;

function WorkedOut({ draftId, changes }: { readonly draftId: string; readonly changes: Done }): ReactElement {
  const [chosen, setChosen] = useState<{ readonly rule: string | null; readonly change: ChangeChoice | null } | null>(null);
  return (
    <Stack gap="xl">
      <section aria-labelledby="as-if">
        <Title order={2} id="as-if">
          If this had been the policy all along
        </Title>
        <Text mt="xs" className={css['form'] ?? ''}>
          {summaryOf(changes)}
        </Text>
        <Figures counts={changes.totals} onChoose={(change) => setChosen({ rule: null, change })} />
        {changes.byRule.length > 0 && <ByRule changes={changes} onChoose={(rule, change) => setChosen({ rule, change })} />}
        {chosen !== null && <Rows draftId={draftId} chosen={chosen} onChoose={setChosen} />}
      </section>
      <section aria-labelledby="first-day">
        <Title order={2} id="first-day">
          On the first day, {dateInWords(changes.firstDay.from)}
        </Title>
        <ul className={css['plainList']}>
          {firstDaySentences(changes.firstDay).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </section>
      <Text>
        <TextLink to="/what-if" search={{ a: 'in-force', b: `draft.${draftId}` }}>
          What it would have asked over the last twelve months
        </TextLink>
      </Text>
      <Text c="dimmed">Worked out on {instantInWords(changes.at)} from what was recorded then.</Text>
    </Stack>
  );
}

const FIGURES: readonly { readonly change: ChangeChoice; readonly of: (counts: PolicyChangeCounts) => number }[] = [
  { change: 'new', of: (counts) => counts.new },
  { change: 'gone', of: (counts) => counts.gone },
  { change: 'earlier', of: (counts) => counts.earlier },
  { change: 'later', of: (counts) => counts.later },
  { change: 'not-known', of: (counts) => counts.notKnown },
  { change: 'hidden', of: (counts) => counts.hidden },
];

interface FiguresProps {
  readonly counts: PolicyChangeCounts;
  readonly onChoose: (change: ChangeChoice) => void;
}

function Figures({ counts, onChoose }: FiguresProps): ReactElement {
  return (
    <dl className={css['counts']}>
      {FIGURES.map(({ change, of }) => (
        <div key={change}>
          <dt>{CHANGE_WORDS[change]}</dt>
          <dd>
            {of(counts) === 0 ? (
              '0'
            ) : (
              <button
                type="button"
                className={css['isLink']}
                aria-label={`${of(counts)} ${CHANGE_WORDS[change]}: see the rows`}
                onClick={() => onChoose(change)}
              >
                {of(counts).toLocaleString('en-GB')}
              </button>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function ByRule({
  changes,
  onChoose,
}: {
  readonly changes: Done;
  readonly onChoose: (rule: string, change: ChangeChoice) => void;
}): ReactElement {
  return (
    <Table.ScrollContainer minWidth={760}>
      <Table captionSide="top" verticalSpacing="xs">
        <Table.Caption ta="left">By rule</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Rule</Table.Th>
            {FIGURES.map(({ change }) => (
              <Table.Th key={change} scope="col" ta="right">
                {CHANGE_WORDS[change]}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {changes.byRule.map((rule) => {
            const id = rule.ruleAfter ?? rule.ruleBefore ?? '';
            return (
              <Table.Tr key={`${rule.ruleBefore} ${rule.ruleAfter}`}>
                <Table.Th scope="row">
                  {id} <Text span>{rule.says}</Text>
                  <Text c="dimmed" size="sm">
                    {clauseInWords(rule.clause)}
                    {rule.ruleBefore !== null &&
                      rule.ruleAfter !== null &&
                      rule.ruleBefore !== rule.ruleAfter &&
                      ` · in place of ${rule.ruleBefore}`}
                    {rule.ruleAfter === null && ' · no longer asked'}
                  </Text>
                </Table.Th>
                {FIGURES.map(({ change, of }) => (
                  <Table.Td key={change} ta="right">
                    {of(rule.counts) === 0 ? (
                      <Text c="dimmed">0</Text>
                    ) : (
                      <button
                        type="button"
                        className={css['isLink']}
                        aria-label={`${of(rule.counts)} ${CHANGE_WORDS[change]} under ${id}: see the rows`}
                        onClick={() => onChoose(id, change)}
                      >
                        {of(rule.counts)}
                      </button>
                    )}
                  </Table.Td>
                ))}
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

const PAGE = 50;

interface RowsProps {
  readonly draftId: string;
  readonly chosen: { readonly rule: string | null; readonly change: ChangeChoice | null };
  readonly onChoose: (chosen: RowsProps['chosen'] | null) => void;
}

function Rows({ draftId, chosen, onChoose }: RowsProps): ReactElement {
  const trpc = useTRPC();
  const [offset, setOffset] = useState(0);
  const page = useQuery(
    trpc.policyDrafts.changedRows.queryOptions({ draftId, ...chosen, offset }, { placeholderData: keepPreviousData }),
  );
  return (
    <section aria-labelledby="changed-rows">
      <Stack gap="sm" mt="lg">
        <Group justify="space-between" align="end">
          <Title order={3} id="changed-rows">
            {chosen.change === null ? 'Everything that would change' : CHANGE_WORDS[chosen.change]}
            {chosen.rule === null ? '' : ` under ${chosen.rule}`}
          </Title>
          <Group gap="sm" align="end">
            <NativeSelect
              label="Show"
              data={[
                { value: '', label: 'Everything' },
                ...FIGURES.map(({ change }) => ({ value: change, label: CHANGE_WORDS[change] })),
              ]}
              value={chosen.change ?? ''}
              onChange={(event) => {
                setOffset(0);
                onChoose({
                  ...chosen,
                  change: event.currentTarget.value === '' ? null : (event.currentTarget.value as ChangeChoice),
                });
              }}
            />
            <Button variant="default" onClick={() => onChoose(null)}>
              Close the rows
            </Button>
          </Group>
        </Group>
        {page.isPending && <PageSkeleton label="Loading the rows" />}
        {page.isError && <Problem error={page.error} what="The rows could not be loaded" onRetry={() => void page.refetch()} />}
        {page.data !== undefined && (
          <>
            <RowTable rows={page.data.rows} />
            <Group gap="sm">
              <Text c="dimmed">
                {page.data.total === 0
                  ? 'None that you may see.'
                  : `${offset + 1} to ${offset + page.data.rows.length} of ${page.data.total} that you may see.`}
              </Text>
              {offset > 0 && (
                <Button variant="default" size="xs" onClick={() => setOffset(offset - PAGE)}>
                  Before
                </Button>
              )}
              {offset + PAGE < page.data.total && (
                <Button variant="default" size="xs" onClick={() => setOffset(offset + PAGE)}>
                  More
                </Button>
              )}
            </Group>
          </>
        )}
      </Stack>
    </section>
  );
}

function RowTable({ rows }: { readonly rows: readonly PolicyChangeRow[] }): ReactElement {
  return (
    <Table.ScrollContainer minWidth={620}>
      <Table verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Who</Table.Th>
            <Table.Th scope="col">Rule</Table.Th>
            <Table.Th scope="col">What would change</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row, i) => (
            <Table.Tr key={`${row.subject.id} ${row.rule} ${i}`}>
              <Table.Th scope="row">
                <TextLink
                  to={row.subject.kind === 'person' ? '/people/$subjectId' : '/children/$subjectId'}
                  params={{ subjectId: row.subject.id }}
                >
                  {row.subject.label}
                </TextLink>
              </Table.Th>
              <Table.Td>{row.rule}</Table.Td>
              <Table.Td>{changeInWords(row)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
