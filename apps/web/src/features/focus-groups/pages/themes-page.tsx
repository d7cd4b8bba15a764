import { useState, type ReactElement } from 'react';
import { Button, Group, Stack, Table, Text, Title } from '@mantine/core';
import {
  BAND_WORDS,
  DIRECTION_WORDS,
  EVIDENCE_WORDS,
  quotationRefusalWords,
  type CountedTheme,
  type ThemeQuote,
} from '@plumbline/analytics/focus-groups';
import { dateInWords } from '@plumbline/analytics/wording';
import type { LocalDate } from '@plumbline/domain/calendar';
import { aboutOf, FIGURES, type FigureName } from '@plumbline/domain/focus-groups';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../../../app/api/trpc.ts';
import { PageHeading } from '../../../app/layout/page-heading.tsx';
import { Empty } from '../../../app/states/empty.tsx';
import { PageSkeleton } from '../../../app/states/page-skeleton.tsx';
import { Problem } from '../../../app/states/problem.tsx';
import { TableFrame } from '../../../parts/table/table-frame.tsx';
import css from '../components/focus-groups.module.css';
import { GroupsNavigation } from '../components/groups-navigation.tsx';
import { HeardTable } from '../components/heard-table.tsx';
import { ThemeForm } from '../components/theme-form.tsx';
import type { ThemesView } from '../model/outputs.ts';

/** What groups say together, with what to read beside it and who was in no room. */
export function ThemesPage(): ReactElement {
  const trpc = useTRPC();
  const themes = useQuery(trpc.focusGroups.themes.queryOptions());
  return (
    <>
      <PageHeading
        title="Themes"
        lead="What agreed records say together. Counts are of extracts, never of people: a view that one group repeats is not a view that many hold."
        actions={
          <Button variant="default" onClick={() => globalThis.print()}>
            Print
          </Button>
        }
      />
      <GroupsNavigation here="themes" />
      {themes.isPending && <PageSkeleton label="Loading themes" />}
      {themes.isError && <Problem error={themes.error} what="Themes could not be loaded" onRetry={() => void themes.refetch()} />}
      {themes.data !== undefined && <Loaded view={themes.data} />}
    </>
  );
}

function Loaded({ view }: { readonly view: ThemesView }): ReactElement {
  const [openId, setOpenId] = useState<string | null>(null);
  const isEmpty = view.themes.length === 0 && view.other.themes === 0;
  return (
    <Stack gap="xl">
      {isEmpty && (
        <Empty title="No themes yet">
          {view.mayCode
            ? 'Code the extracts of a group first. A theme gathers codes, and shows once at least three extracts of agreed records stand in it.'
            : 'Themes stand here once a group’s record is agreed and what was said is sorted.'}
        </Empty>
      )}
      {view.themes.map((counted) => (
        <ThemeShown key={counted.theme.id} counted={counted} />
      ))}
      {view.other.themes > 0 && (
        <Text className="prose">
          Other: {view.other.themes === 1 ? 'one theme' : `${view.other.themes} themes`} from fewer than three extracts each
          {view.other.extracts === null ? '' : `, ${view.other.extracts} extracts together`}. They are not shown alone.
        </Text>
      )}
      {view.groups.length > 0 && <HeardTable heard={view.heard} caption="Who was in no room: all agreed groups together" />}
      {view.mayCode && (
        <section aria-labelledby="own-themes" className="no-print">
          <Title order={2} id="own-themes" mb="xs">
            Work on themes
          </Title>
          <Stack gap="sm">
            {view.own.map((theme) =>
              openId === theme.id ? (
                <ThemeForm key={theme.id} theme={theme} codes={view.codes} onClose={() => setOpenId(null)} />
              ) : (
                <Group key={theme.id} gap="sm">
                  <Text>{theme.title}</Text>
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={`Change “${theme.title}”`}
                    onClick={() => setOpenId(theme.id)}
                  >
                    Change
                  </Button>
                </Group>
              ),
            )}
            {openId === 'new' ? (
              <ThemeForm theme={null} codes={view.codes} onClose={() => setOpenId(null)} />
            ) : (
              <Group>
                <Button onClick={() => setOpenId('new')}>Add a theme</Button>
              </Group>
            )}
          </Stack>
        </section>
      )}
    </Stack>
  );
}

function ThemeShown({ counted }: { readonly counted: CountedTheme }): ReactElement {
  const { theme, extracts, directions, grades, byGroup, quotes } = counted;
  const beside = [
    ...theme.questions.map((number) => `survey question ${number}, ${(aboutOf(number) ?? '').toLowerCase()}`),
    ...theme.figures.map((name) => FIGURES[name as FigureName] ?? name),
  ];
  return (
    <article className={css['note']} aria-labelledby={`theme-${theme.id}`}>
      <Stack gap="xs">
        <Title order={2} id={`theme-${theme.id}`}>
          {theme.title}
        </Title>
        <Text className="prose">{theme.says}</Text>
        <Text size="sm" c="dimmed">
          {extracts} extracts: {directions.positive} for, {directions.negative} against, {directions.mixed} mixed. Evidence:{' '}
          {Object.entries(grades)
            .filter(([, count]) => count > 0)
            .map(([grade, count]) => `${count} ${grade}`)
            .join(', ')}
          . Codes {theme.codes.join(', ')}.
        </Text>
        {beside.length > 0 && <Text size="sm">Watch with: {beside.join(' · ')}</Text>}
        <Quotes quotes={quotes} />
        <TableFrame label={`Extracts of “${theme.title}” by group`} minWidth={360}>
          <Table verticalSpacing={4}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">Group</Table.Th>
                <Table.Th scope="col">Held on</Table.Th>
                <Table.Th scope="col" ta="right">
                  Extracts
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {byGroup.map(({ id, title, heldOn, extracts: count }) => (
                <Table.Tr key={id}>
                  <Table.Th scope="row">{title}</Table.Th>
                  <Table.Td>{heldOn === null ? '—' : dateInWords(heldOn as LocalDate)}</Table.Td>
                  <Table.Td ta="right">{count}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </TableFrame>
      </Stack>
    </article>
  );
}

const MOST_QUOTES = 4;

function Quotes({ quotes }: { readonly quotes: readonly ThemeQuote[] }): ReactElement {
  const shown = quotes
    .flatMap(({ quotation, ...rest }) => (quotation.isShown ? [{ ...quotation, ...rest }] : []))
    .slice(0, MOST_QUOTES);
  const refused = quotes.flatMap(({ quotation }) => (quotation.isShown ? [] : [quotationRefusalWords(quotation)]));
  return (
    <>
      {shown.map(({ words, beside, isVerbatim, direction, evidence, band }) => (
        <blockquote key={words} className={css['quote']}>
          <Text>{isVerbatim ? `“${words}”` : words}</Text>
          <Text size="sm" c="dimmed">
            {[
              isVerbatim ? 'their own words' : 'the note-taker’s words',
              beside?.text ?? '',
              band === null ? 'for how many: not recorded' : `speaks for: ${BAND_WORDS[band].toLowerCase()}`,
              DIRECTION_WORDS[direction],
              EVIDENCE_WORDS[evidence],
            ]
              .filter((part) => part !== '')
              .join(' · ')}
          </Text>
        </blockquote>
      ))}
      {[...new Set(refused)].map((words) => (
        <Text key={words} size="sm" c="dimmed">
          {words}
        </Text>
      ))}
    </>
  );
}
