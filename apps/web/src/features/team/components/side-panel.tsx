import { Suspense, type ReactElement } from 'react';
import { Button, Drawer, Group, Skeleton, Tabs } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { TeamModel } from '@plumbline/analytics/prepare';
import type { LaneSubject } from '@plumbline/analytics/compliance';
import { useMe } from '../../../app/session/me.tsx';
import { Why } from '../../../parts/why/why.tsx';
import { OtherRequirements } from '../../../parts/why/other-requirements.tsx';
import { SubjectHistory } from '../../../parts/history/subject-history.tsx';
import { LogSupervisionPanel } from '../../log-supervision/index.ts';
import { keepDay } from '../../../parts/as-of/keep-day.ts';

const route = getRouteApi('/team');

interface Opened {
  readonly subject: LaneSubject;
  readonly described: string;
  readonly dutyId: string | null;
  /** Whose supervision would be logged: the person, or the child's worker. */
  readonly personId: string | null;
}

function find(model: TeamModel | null, id: string | undefined): Opened | null {
  if (model === null || id === undefined) return null;
  for (const person of model.people) {
    if (person.subject.id === id)
      return {
        subject: person.subject,
        described: person.described,
        dutyId: person.lanes[0]?.dutyId ?? null,
        personId: person.subject.id,
      };
    const child = person.children.find((candidate) => candidate.subject.id === id);
    if (child !== undefined)
      return { subject: child.subject, described: child.described, dutyId: child.lane.dutyId, personId: person.subject.id };
  }
  return null;
}

/** Beside the team: why, what has been, and the form, without losing one's place. */
export function SidePanel({ model }: { readonly model: TeamModel | null }): ReactElement {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const me = useMe();
  const opened = find(model, search.open);
  const close = (): void =>
    void navigate({ search: (previous) => ({ ...previous, open: undefined, why: undefined, part: undefined }) });
  const dutyId = search.why ?? opened?.dutyId ?? null;
  const canLog = me.permissions.includes('supervisions:log');
  return (
    <Drawer
      opened={opened !== null}
      onClose={close}
      size="lg"
      title={opened === null ? '' : `${opened.subject.label}${opened.described === '' ? '' : ` · ${opened.described}`}`}
      closeButtonProps={{ 'aria-label': 'Close the panel' }}
    >
      {opened !== null && (
        <>
          <Group gap="sm" mb="md" justify="space-between">
            <Button
              variant="default"
              size="xs"
              renderRoot={(props) => (
                <Link
                  {...props}
                  to={opened.subject.kind === 'child' ? '/children/$subjectId' : '/people/$subjectId'}
                  params={{ subjectId: opened.subject.id }}
                  search={keepDay}
                />
              )}
            >
              Open the whole page
            </Button>
          </Group>
          <Tabs
            value={search.part ?? 'why'}
            onChange={(part) =>
              void navigate({
                search: (previous) => ({ ...previous, part: part === 'history' || part === 'log' ? part : undefined }),
                replace: true,
              })
            }
            keepMounted={false}
          >
            <Tabs.List mb="md">
              <Tabs.Tab value="why">Why</Tabs.Tab>
              <Tabs.Tab value="history">History</Tabs.Tab>
              {canLog && opened.personId !== null && <Tabs.Tab value="log">Log a supervision</Tabs.Tab>}
            </Tabs.List>
            <Tabs.Panel value="why">
              {dutyId === null ? (
                <p>Nothing is due under the policy, so there is nothing to explain.</p>
              ) : (
                <Why dutyId={dutyId} />
              )}
              <OtherRequirements
                rows={model?.people.find((person) => person.subject.id === opened.subject.id)?.other ?? []}
                onWhy={(id) => void navigate({ search: (previous) => ({ ...previous, why: id }) })}
              />
            </Tabs.Panel>
            <Tabs.Panel value="history">
              <SubjectHistory subjectId={opened.subject.id} />
            </Tabs.Panel>
            <Tabs.Panel value="log">
              {opened.personId !== null && (
                <Suspense fallback={<Skeleton height={320} />}>
                  <LogSupervisionPanel personId={opened.personId} onDone={close} />
                </Suspense>
              )}
            </Tabs.Panel>
          </Tabs>
        </>
      )}
    </Drawer>
  );
}
