import { useState, type ReactElement } from 'react';
import { Alert, Button, Group, Modal, Stack, Text, Title } from '@mantine/core';
import { EVENT_WORDS, gapWords, STATE_WORDS, type FocusGroupView } from '@plumbline/analytics/focus-groups';
import { dateInWords } from '@plumbline/analytics/wording';
import { eventsFrom, gapsIn, mayQuote, type FocusGroupEvent } from '@plumbline/domain/focus-groups';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTRPC } from '../../../app/api/trpc.ts';
import { PageHeading } from '../../../app/layout/page-heading.tsx';
import { PageSkeleton } from '../../../app/states/page-skeleton.tsx';
import { Problem } from '../../../app/states/problem.tsx';
import { newIdempotencyKey } from '../../../parts/form/idempotency.ts';
import { RefusalNotice } from '../../../parts/form/refusal-notice.tsx';
import { refusalOf } from '../../../parts/form/refusal.ts';
import { Corrections } from '../components/corrections.tsx';
import css from '../components/focus-groups.module.css';
import { GroupCrumbs } from '../components/group-crumbs.tsx';
import { GroupTabs } from '../components/group-tabs.tsx';
import { HeardTable } from '../components/heard-table.tsx';
import { RecordRead } from '../components/record-read.tsx';

const route = getRouteApi('/surveys/focus-groups/$groupId');

/** One focus group: how far it has come, who was there, what was said. */
export function GroupPage(): ReactElement {
  const { groupId } = route.useParams();
  const trpc = useTRPC();
  const group = useQuery(trpc.focusGroups.get.queryOptions({ groupId }));
  if (group.isError)
    return (
      <>
        <PageHeading title="A focus group" above={<GroupCrumbs />} />
        <Problem error={group.error} what="The focus group could not be loaded" onRetry={() => void group.refetch()} />
      </>
    );
  if (group.data === undefined) return <PageSkeleton label="Loading the focus group" />;
  return <Loaded group={group.data} />;
}

function Loaded({ group }: { readonly group: FocusGroupView }): ReactElement {
  const { record } = group;
  return (
    <>
      <PageHeading
        title={record.title}
        above={<GroupCrumbs />}
        lead={leadOf(group)}
        actions={
          <Button variant="default" onClick={() => globalThis.print()}>
            Print
          </Button>
        }
      />
      <GroupTabs group={group} here="record" />
      <Stack gap="xl">
        {group.isMember && group.state === 'with-members' && <AskedToCheck group={group} />}
        {group.mayRun && <Steps group={group} />}
        <Facts group={group} />
        {group.mayRun && <Gaps group={group} />}
        <HeardTable heard={group.heard} caption="Who was in the room, and who was not" />
        {record.groupsMissing !== '' && (
          <Text className="prose">The group itself said of who was missing: {record.groupsMissing}</Text>
        )}
        <Corrections group={group} />
        {group.state === 'retired' ? (
          <Text>Its words were erased when it was retired. How it was coded is kept; themes count agreed groups only.</Text>
        ) : (
          <RecordRead record={record} />
        )}
      </Stack>
    </>
  );
}

function leadOf({ state, agreed, asked }: FocusGroupView): string {
  const checked = asked === 0 ? '' : ` ${agreed} of the ${asked} who were there agreed to it as it stands.`;
  return state === 'with-members' || state === 'agreed' ? `${STATE_WORDS[state]}.${checked}` : `${STATE_WORDS[state]}.`;
}

function AskedToCheck({ group }: { readonly group: FocusGroupView }): ReactElement {
  if (group.hasAgreed) return <Text>You agreed to this record as it stands.</Text>;
  return (
    <Alert variant="light" color="plumb" title="You were there: is this what was said?">
      <Button
        renderRoot={(props) => <Link {...props} to="/surveys/focus-groups/$groupId/check" params={{ groupId: group.id }} />}
      >
        Check it
      </Button>
    </Alert>
  );
}

function Facts({ group: { record, sourceName } }: { readonly group: FocusGroupView }): ReactElement {
  const rows: readonly (readonly [string, string])[] = [
    ['Held on', record.heldOn === null ? 'Not recorded' : dateInWords(record.heldOn)],
    ['For', record.audience],
    ['Facilitator', record.facilitator],
    ['Note-taker', record.noteTaker],
    ['Place', record.site],
    ['Policy in force', record.policyVersion === null ? 'None that is known here' : `Version ${record.policyVersion}`],
    ['Guide', `Version ${record.guideVersion}`],
    [
      'Quotations',
      mayQuote(record) ? 'May be shown: six or more were there' : 'None are shown: it is not recorded that six were there',
    ],
    ['Kept until', record.retainedUntil === null ? 'Not settled' : dateInWords(record.retainedUntil)],
    ['Brought in from', sourceName ?? ''],
  ];
  return (
    <dl className={css['facts']}>
      {rows
        .filter(([, value]) => value !== '')
        .map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function Gaps({ group: { record, state } }: { readonly group: FocusGroupView }): ReactElement | null {
  if (state !== 'written-up' && state !== 'with-members') return null;
  const nameOf = (id: string): string => `Question ${record.questions.findIndex((note) => note.id === id) + 1}`;
  const gaps = gapsIn(record);
  if (gaps.length === 0) return null;
  return (
    <details>
      <summary>{gaps.length === 1 ? 'One thing is not recorded' : `${gaps.length} things are not recorded`}</summary>
      <ul className={css['list']}>
        {gaps.map((gap) => {
          const words = gapWords(gap, nameOf);
          return <li key={words}>{words}</li>;
        })}
      </ul>
    </details>
  );
}

const SERIOUS: Readonly<Partial<Record<FocusGroupEvent, string>>> = {
  retire:
    'The record, its history, its corrections and the words of its extracts are erased for good. That it was held, how many were there and what was coded stays.',
  'call-off': 'It is retired without having been held. What was planned is erased.',
};

/** The steps that can be taken now; what cannot be undone is asked about first. */
function Steps({ group }: { readonly group: FocusGroupView }): ReactElement | null {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const move = useMutation(trpc.focusGroups.move.mutationOptions({ onSuccess: () => queryClient.invalidateQueries() }));
  const [asked, setAsked] = useState<FocusGroupEvent | null>(null);
  const events = eventsFrom(group.state);
  const take = (event: FocusGroupEvent): void => {
    setAsked(null);
    move.mutate({ groupId: group.id, baseVersion: group.version, event, idempotencyKey: newIdempotencyKey() });
  };
  if (events.length === 0) return null;
  return (
    <section aria-labelledby="steps" className="no-print">
      <Title order={2} id="steps" mb="xs">
        What comes next
      </Title>
      <Stack gap="sm">
        {move.isError && <RefusalNotice refusal={refusalOf(move.error)} />}
        <Text className="prose" c="dimmed">
          {NEXT[group.state]}
        </Text>
        <Group gap="sm">
          {events.map((event, index) => (
            <Button
              key={event}
              variant={index === 0 ? 'filled' : 'default'}
              loading={move.isPending && move.variables.event === event}
              onClick={() => (SERIOUS[event] === undefined ? take(event) : setAsked(event))}
            >
              {EVENT_WORDS[event]}
            </Button>
          ))}
        </Group>
      </Stack>
      <Modal
        opened={asked !== null}
        onClose={() => setAsked(null)}
        title={asked === null ? '' : `${EVENT_WORDS[asked]}?`}
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        <Stack gap="md">
          <Text>{asked === null ? '' : SERIOUS[asked]}</Text>
          <Group gap="sm">
            <Button onClick={() => asked !== null && take(asked)}>{asked === null ? '' : EVENT_WORDS[asked]}</Button>
            <Button variant="default" onClick={() => setAsked(null)}>
              Leave it as it is
            </Button>
          </Group>
        </Stack>
      </Modal>
    </section>
  );
}

const NEXT: Readonly<Record<FocusGroupView['state'], string>> = {
  planned: 'Choose whom to invite under “People”, and ask them in the way you always do. Then say here that they are invited.',
  invited: 'On the day, begin the session: the date and the policy in force are written down, and notes can be taken.',
  held: 'Take notes under “Notes”, and say under “People” who came. Then end the session.',
  'written-up': 'Go over the notes. Then send them to those who were there, who find them on this page.',
  'with-members':
    'Those who were there are reading it. Answer what they would put otherwise; to change the record, take it back.',
  agreed: 'Everybody may read it now, and it can be coded.',
  retired: '',
};
