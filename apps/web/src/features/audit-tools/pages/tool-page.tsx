import { lazy, Suspense, useDeferredValue, useMemo, useState, type ReactElement } from 'react';
import { checkTool, minutesForTool, type AuditTool } from '@plumbline/domain/audits';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTRPC } from '../../../app/api/trpc.ts';
import { PageHeading } from '../../../app/layout/page-heading.tsx';
import { PageSkeleton } from '../../../app/states/page-skeleton.tsx';
import { Problem } from '../../../app/states/problem.tsx';
import { useOpened, WHEN_OPENED } from '../../../parts/saving/use-opened.ts';
import { QuestionsPart } from '../components/questions-part.tsx';
import { ToolTabs, type ToolPart } from '../components/tool-tabs.tsx';
import { useTool } from '../components/use-tool.ts';
import { ToolConflict, WorkBar } from '../components/work-bar.tsx';
import type { LoadedTool } from '../model/outputs.ts';
import { kindWords, minutesWords, sizeWords } from '../model/tool-words.ts';

const route = getRouteApi('/audits/tools/$toolId');

// Loaded when they are opened: whoever mends a word in a question needs none of them.
const HeadPart = lazy(async () => ({ default: (await import('../components/head-part.tsx')).HeadPart }));
const RecordPart = lazy(async () => ({ default: (await import('../components/record-part.tsx')).RecordPart }));
const Preview = lazy(async () => ({ default: (await import('../components/preview.tsx')).Preview }));
const CheckPanel = lazy(async () => ({ default: (await import('../components/check-panel.tsx')).CheckPanel }));
const PublishPanel = lazy(async () => ({ default: (await import('../components/publish-panel.tsx')).PublishPanel }));

/** One audit tool: its questions, what its grades mean, what there is to say of it, how auditors see it, and its publishing. */
export function ToolPage(): ReactElement {
  const { toolId } = route.useParams();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  /** Counts what was published here: the work begins anew with what is then there, and with nothing else. */
  const [round, setRound] = useState(0);
  const tool = useQuery(trpc.auditTools.get.queryOptions({ toolId }, WHEN_OPENED));
  const opened = useOpened(tool);

  async function beginAnew(): Promise<void> {
    await queryClient.invalidateQueries({ queryKey: trpc.auditTools.pathKey() });
    setRound((before) => before + 1);
  }

  if (tool.isError && opened === undefined)
    return (
      <>
        <PageHeading title="An audit tool" above={<Above />} />
        <Problem error={tool.error} what="The audit tool could not be loaded" onRetry={() => void tool.refetch()} />
      </>
    );
  if (opened === undefined) return <PageSkeleton label="Loading the audit tool" />;
  return <ToolAtWork key={`${toolId} ${round}`} loaded={opened} onPublished={beginAnew} />;
}

function Above(): ReactElement {
  return (
    <>
      <Link to="/audits">Audits</Link> · <Link to="/audits/tools">Audit tools</Link>
    </>
  );
}

interface ToolAtWorkProps {
  readonly loaded: LoadedTool;
  readonly onPublished: () => Promise<void>;
}

function ToolAtWork({ loaded, onPublished }: ToolAtWorkProps): ReactElement {
  const work = useTool(loaded);
  const navigate = route.useNavigate();
  const { part = 'questions', question = null } = route.useSearch();
  const settled = useDeferredValue(work.tool);
  const check = useMemo(() => checkTool(settled), [settled]);
  const openQuestion = (id: string | null): void =>
    void navigate({ search: id === null ? {} : { question: id }, replace: true, resetScroll: false });
  const openPart = (opened: ToolPart): void => void navigate({ search: { part: opened }, resetScroll: false });
  return (
    <>
      <PageHeading title={work.tool.title.trim() || 'An audit tool'} above={<Above />} lead={leadOf(loaded, work.tool)} />
      <WorkBar work={work} />
      <ToolConflict work={work} />
      <ToolTabs toolId={loaded.id} part={part} tool={work.tool} check={check} />
      <Suspense fallback={<PageSkeleton label="Opening" />}>
        {part === 'questions' && <QuestionsPart work={work} check={check} open={question} onOpen={openQuestion} />}
        {part === 'introduction' && <HeadPart work={work} />}
        {part === 'records' && <RecordPart tool={work.tool} />}
        {part === 'preview' && <Preview tool={work.tool} />}
        {part === 'checks' && <CheckPanel tool={work.tool} check={check} onOpen={openQuestion} onOpenPart={openPart} />}
        {part === 'publish' && <PublishPanel loaded={loaded} work={work} check={check} onPublished={onPublished} />}
      </Suspense>
    </>
  );
}

/** "Supervision file. 24 questions in 9 areas, about 58 minutes for each audit. Not published yet." */
function leadOf({ versions }: LoadedTool, tool: AuditTool): string {
  const last = versions[0];
  const standing = last === undefined ? 'Not published yet.' : `Version ${last.number} is published.`;
  const kind = kindWords(tool.kind, tool.about);
  if (tool.questions.length === 0) return `${kind}. ${standing}`;
  return `${kind}. ${sizeWords(tool)}, ${minutesWords(minutesForTool(tool))} for each audit. ${standing}`;
}
