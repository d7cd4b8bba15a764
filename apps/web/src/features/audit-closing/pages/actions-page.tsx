import { useState, type ReactElement } from 'react';
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTRPC } from '../../../app/api/trpc.ts';
import { PageHeading } from '../../../app/layout/page-heading.tsx';
import { useMe } from '../../../app/session/me.tsx';
import { Empty } from '../../../app/states/empty.tsx';
import { PageSkeleton } from '../../../app/states/page-skeleton.tsx';
import { Problem } from '../../../app/states/problem.tsx';
import { AuditsNavigation } from '../../../parts/audits-navigation/audits-navigation.tsx';
import { SavedNotice } from '../../../parts/form/saved-notice.tsx';
import { shortened } from '../components/action-parts.tsx';
import { ActionList } from '../components/action-list.tsx';
import { useStep, type StepControl } from '../components/use-step.ts';
import css from '../components/actions.module.css';
import type { ActionRow } from '../model/outputs.ts';
import { countActions, shownActions, type ShownActions } from '../model/show-actions.ts';
import { STEP_WORDS } from '../model/step-words.ts';

const route = getRouteApi('/audits/actions');

/** What was agreed after audits and signatures: who does it, by when, what shows it done, and who closes it. */
export function ActionsPage(): ReactElement {
  const trpc = useTRPC();
  const actions = useQuery(trpc.audits.actions.queryOptions());
  return (
    <>
      <PageHeading
        title="Actions after audits"
        lead="What was agreed after audits and after supervision figures were signed off. Whoever owns an action shows that it is done; somebody else closes it."
      />
      <AuditsNavigation current="/audits/actions" />
      {actions.isPending && <PageSkeleton label="Loading the actions" />}
      {actions.isError && (
        <Problem error={actions.error} what="The actions could not be loaded" onRetry={() => void actions.refetch()} />
      )}
      {actions.data !== undefined && <Loaded actions={actions.data} />}
    </>
  );
}

function Loaded({ actions }: { readonly actions: readonly ActionRow[] }): ReactElement {
  const { show } = route.useSearch();
  const me = useMe();
  const [taken, setTaken] = useState<{ readonly title: string; readonly what: string; readonly key: string } | null>(null);
  const steps = useStep(({ actionId, event, key }) => {
    const what = actions.find(({ id }) => id === actionId)?.what ?? '';
    setTaken({ title: STEP_WORDS[event].taken, what: shortened(what), key });
  });
  const control: StepControl = {
    ...steps,
    open: (action, event) => {
      setTaken(null);
      steps.open(action, event);
    },
  };
  if (actions.length === 0) {
    return (
      <Empty title="No actions yet">
        Actions stand here once one is agreed after a completed audit, or when supervision figures are signed off: what will be
        done, by whom and by when. You see those that are yours, those that you agreed, and those of teams that you answer for.
      </Empty>
    );
  }
  const shown = shownActions(actions, show, me.person.id);
  const open = actions.find(({ id }) => id === control.step?.actionId);
  // What somebody is writing about stays in sight, even where another has moved it on.
  const rows = open === undefined || shown.includes(open) ? shown : [open, ...shown];
  return (
    <>
      {taken !== null && (
        <div className={css['taken']}>
          <SavedNotice key={taken.key} title={taken.title}>
            <Text>{taken.what}</Text>
          </SavedNotice>
        </div>
      )}
      <Choices actions={actions} show={show} onChoose={() => setTaken(null)} />
      {rows.length === 0 ? (
        <NothingShown show={show} />
      ) : (
        <ActionList actions={rows} label={LABELS[show ?? 'open']} control={control} />
      )}
    </>
  );
}

const LABELS: Readonly<Record<ShownActions | 'open', string>> = {
  open: 'Open',
  mine: 'Mine',
  overdue: 'Overdue',
  waiting: 'Waiting to be closed',
  closed: 'Closed or given up',
};

const CHOICES = ['open', 'mine', 'overdue', 'waiting', 'closed'] as const;

interface ChoicesProps {
  readonly actions: readonly ActionRow[];
  readonly show: ShownActions | undefined;
  readonly onChoose: () => void;
}

/** Which actions are shown, with how many each choice holds. */
function Choices({ actions, show, onChoose }: ChoicesProps): ReactElement {
  const counts = countActions(actions, useMe().person.id);
  return (
    <nav aria-label="Which actions" className="no-print">
      <ul className={css['choices']}>
        {CHOICES.map((choice) => (
          <li key={choice}>
            <Link
              to="/audits/actions"
              search={{ show: choice === 'open' ? undefined : choice }}
              className={css['choice']}
              aria-current={choice === (show ?? 'open') ? 'true' : undefined}
              activeOptions={{ exact: true, explicitUndefined: true }}
              activeProps={{}}
              resetScroll={false}
              onClick={onChoose}
            >
              <span>{LABELS[choice]}</span> <span>{counts[choice].toLocaleString('en-GB')}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const NOTHING: Readonly<Record<ShownActions | 'open', readonly [title: string, says: string]>> = {
  open: ['Nothing is open', 'Every action that you see is closed or was given up.'],
  mine: ['No action is yours', 'Actions that you are asked to do stand here until they are closed.'],
  overdue: ['Nothing is overdue', 'Actions stand here once their day has passed and they are not closed.'],
  waiting: [
    'Nothing waits to be closed',
    'Once an owner has shown that an action is done, it stands here until somebody else closes it or sends it back.',
  ],
  closed: ['Nothing is closed yet', 'Actions that were closed or given up stand here.'],
};

function NothingShown({ show }: { readonly show: ShownActions | undefined }): ReactElement {
  const [title, says] = NOTHING[show ?? 'open'];
  return <Empty title={title}>{says}</Empty>;
}
