import { lazy, Suspense, useCallback, useMemo, type ReactElement } from 'react';
import { Button, Group } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTRPC } from '../../../app/api/trpc.ts';
import { PageHeading } from '../../../app/layout/page-heading.tsx';
import { useMe } from '../../../app/session/me.tsx';
import { PageSkeleton } from '../../../app/states/page-skeleton.tsx';
import { Problem } from '../../../app/states/problem.tsx';
import { newIdempotencyKey } from '../../../parts/form/idempotency.ts';
import { SavingLine } from '../../../parts/saving/saving-line.tsx';
import { useOpened, WHEN_OPENED } from '../../../parts/saving/use-opened.ts';
import { DraftSurroundings } from '../components/draft-surroundings.tsx';
import { useDraft, type DraftWork } from '../components/use-draft.ts';
import css from '../components/draft.module.css';
import { draftParts, type DraftPart } from '../model/draft-parts.ts';
import type { LoadedDraft, RouterOutputs } from '../model/outputs.ts';
import { countRemarks, type RemarkPlace } from '../model/remarks.ts';

const route = getRouteApi('/policy/draft');

// Loaded when they are opened: whoever mends a word in a rule does not publish, and whoever publishes mends none.
const DraftRules = lazy(async () => ({ default: (await import('../components/draft-rules.tsx')).DraftRules }));
const DraftParts = lazy(async () => ({ default: (await import('../components/part-editor.tsx')).DraftParts }));
const DraftConflict = lazy(async () => ({ default: (await import('../components/draft-conflict.tsx')).DraftConflict }));
const DraftChanges = lazy(async () => ({ default: (await import('../components/draft-changes.tsx')).DraftChanges }));
const DraftFindings = lazy(async () => ({ default: (await import('../components/draft-findings.tsx')).DraftFindings }));
const DraftSlots = lazy(async () => ({ default: (await import('../components/draft-slots.tsx')).DraftSlots }));
const DraftText = lazy(async () => ({ default: (await import('../components/draft-text.tsx')).DraftText }));
const PublishPanel = lazy(async () => ({ default: (await import('../components/publish-panel.tsx')).PublishPanel }));

const NO_FORMS: RouterOutputs['policyDrafts']['forms'] = { forms: { rules: [], parts: [] }, offered: {} };

/** A version of the policy in the making: its rules and parts in forms and as text, what it would change, and its publishing. */
export function DraftPage(): ReactElement {
  const { id } = route.useSearch();
  const trpc = useTRPC();
  const mayWork = useMe().permissions.includes('policy:draft');
  const draft = useQuery(trpc.policyDrafts.get.queryOptions({ draftId: id }, WHEN_OPENED));
  const opened = useOpened(draft);
  const forms = useQuery(trpc.policyDrafts.forms.queryOptions(undefined, { staleTime: Infinity, enabled: mayWork }));
  if (draft.isError && opened === undefined)
    return (
      <>
        <PageHeading title="A draft of the policy" above={<Link to="/policy/versions">Versions of the policy</Link>} />
        <Problem error={draft.error} what="The draft could not be loaded" onRetry={() => void draft.refetch()} />
      </>
    );
  if (opened === undefined || (mayWork && forms.data === undefined && !forms.isError))
    return <PageSkeleton label="Loading the draft" />;
  return (
    <DraftAtWork
      key={`${opened.id} ${draft.dataUpdatedAt}`}
      draft={opened}
      forms={forms.data ?? NO_FORMS}
      onReload={() => void draft.refetch()}
    />
  );
}

interface DraftAtWorkProps {
  readonly draft: LoadedDraft;
  readonly forms: RouterOutputs['policyDrafts']['forms'];
  readonly onReload: () => void;
}

function DraftAtWork({ draft, forms, onReload }: DraftAtWorkProps): ReactElement {
  const work = useDraft(draft);
  const navigate = route.useNavigate();
  const { part = draft.mayEdit ? 'rules' : 'publish' } = route.useSearch();
  const parts = useMemo(() => draftParts(forms.forms.parts), [forms]);
  return (
    <>
      <PageHeading
        title={draft.title}
        above={<Link to="/policy/versions">Versions of the policy</Link>}
        lead={leadOf(draft)}
        actions={<Actions draft={draft} />}
      />
      <div className={css['bar']}>{draft.mayEdit && <SavingLine saving={work.saving} of="this draft" />}</div>
      {work.saving.kind === 'conflict' && (
        <Suspense fallback={null}>
          <DraftConflict work={work} />
        </Suspense>
      )}
      <PartLinks draft={draft} parts={parts} work={work} part={part} />
      <DraftSurroundings work={work} forms={forms} isReadOnly={!draft.mayEdit}>
        <Suspense fallback={<PageSkeleton label="Opening" />}>
          <OpenPart
            part={part}
            parts={parts}
            draft={draft}
            forms={forms}
            work={work}
            onReload={onReload}
            onPublished={() => void navigate({ to: '/policy/versions' })}
          />
        </Suspense>
      </DraftSurroundings>
    </>
  );
}

const ORIGINS: Readonly<Record<LoadedDraft['origin'], string>> = {
  blank: 'Begun blank',
  'in-force': 'Begun with the policy in force',
  shelf: 'Begun with another policy',
  file: 'Begun with a file',
};

function leadOf(draft: LoadedDraft): string {
  const base = draft.base === null ? '' : `, version ${draft.base}`;
  const state =
    draft.state === 'offered'
      ? 'Offered for publishing; nobody changes it until that is decided.'
      : 'Nothing of it holds until it is published.';
  return `${ORIGINS[draft.origin]}${base}. ${state}`;
}

function Actions({ draft }: { readonly draft: LoadedDraft }): ReactElement {
  const trpc = useTRPC();
  const navigate = route.useNavigate();
  const discard = useMutation(
    trpc.policyDrafts.discard.mutationOptions({ onSuccess: () => void navigate({ to: '/policy/versions' }) }),
  );
  return (
    <Group gap="sm">
      <Button component="a" href={`/api/policy/drafts/${draft.id}.yaml`} download variant="default">
        Take it along as a file
      </Button>
      {draft.mayEdit && (
        <Button
          variant="default"
          loading={discard.isPending}
          onClick={() => discard.mutate({ draftId: draft.id, baseVersion: draft.version, idempotencyKey: newIdempotencyKey() })}
        >
          Put it aside
        </Button>
      )}
    </Group>
  );
}

interface PartLinksProps {
  readonly draft: LoadedDraft;
  readonly parts: readonly DraftPart[];
  readonly work: DraftWork;
  readonly part: string;
}

function PartLinks({ draft, parts, work, part }: PartLinksProps): ReactElement {
  const { toMend } = countRemarks(work.remarks);
  const entries = [
    { name: 'rules', label: 'Rules' },
    ...(parts[0] === undefined ? [] : [{ name: parts[0].name, label: 'Other parts' }]),
    { name: 'own', label: 'Own forms and tools' },
    { name: 'text', label: 'As text' },
    { name: 'findings', label: toMend === 0 ? 'Findings' : `Findings (${toMend} to mend)` },
    { name: 'changes', label: 'What changes' },
    { name: 'publish', label: 'Publish' },
  ];
  const shown = parts.some(({ name }) => name === part) ? parts[0]?.name : part;
  return (
    <nav aria-label="The draft">
      <ul className={css['tabs']}>
        {entries.map(({ name, label }) => (
          <li key={name}>
            <Link
              to="/policy/draft"
              search={{ id: draft.id, part: name }}
              resetScroll={false}
              aria-current={shown === name ? 'page' : undefined}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface OpenPartProps extends DraftAtWorkProps {
  readonly part: string;
  readonly parts: readonly DraftPart[];
  readonly work: DraftWork;
  readonly onPublished: () => void;
}

function OpenPart({ part, parts, draft, forms, work, onReload, onPublished }: OpenPartProps): ReactElement {
  const { id, rule } = route.useSearch();
  const navigate = route.useNavigate();
  const openRule = useCallback(
    (opened: string | undefined) =>
      void navigate({ search: { id, part: 'rules', rule: opened }, replace: true, resetScroll: false }),
    [navigate, id],
  );
  const openPlace = (place: RemarkPlace): void => {
    if (place.kind === 'rule') openRule(place.id);
    else if (place.kind === 'part')
      void navigate({
        search: { id, part: parts.find(({ fields }) => fields.some(({ name }) => name === place.name))?.name ?? 'publish' },
      });
  };
  const ownPart = parts.find(({ name }) => name === part);
  if (ownPart !== undefined) return <DraftParts draftId={id} parts={parts} open={ownPart} work={work} />;
  switch (part) {
    case 'text':
      return (
        <DraftText
          draft={{ ...draft, remarks: work.remarks }}
          isReadOnly={!draft.mayEdit}
          saveNow={work.saveNow}
          onLeave={onReload}
        />
      );
    case 'own':
      return <DraftSlots draftId={draft.id} work={work} isReadOnly={!draft.mayEdit} />;
    case 'findings':
      return <DraftFindings work={work} parts={parts} onOpen={openPlace} />;
    case 'changes':
      return <DraftChanges draftId={draft.id} version={work.version} saveNow={work.saveNow} />;
    case 'publish':
      return (
        <PublishPanel
          draft={{ ...draft, remarks: work.remarks, suggestedVersion: work.suggestedVersion }}
          saveNow={work.saveNow}
          onChanged={onReload}
          onPublished={onPublished}
        />
      );
    default:
      return <DraftRules work={work} forms={forms.forms.rules} isReadOnly={!draft.mayEdit} open={rule} onOpen={openRule} />;
  }
}
