import { useState, type ReactElement } from 'react';
import { Box, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTRPC } from '../../../app/api/trpc.ts';
import { PageHeading } from '../../../app/layout/page-heading.tsx';
import { Empty } from '../../../app/states/empty.tsx';
import { PageSkeleton } from '../../../app/states/page-skeleton.tsx';
import { Problem } from '../../../app/states/problem.tsx';
import { AuditsNavigation } from '../../../parts/audits-navigation/audits-navigation.tsx';
import { SavedNotice } from '../../../parts/form/saved-notice.tsx';
import { BeginTool } from '../components/begin-tool.tsx';
import { ToolList } from '../components/tool-list.tsx';

/** The council's audit tools, and where a new one begins. */
export function ToolsPage(): ReactElement {
  const trpc = useTRPC();
  const navigate = useNavigate();
  const [taken, setTaken] = useState<string | null>(null);
  const tools = useQuery(trpc.auditTools.list.queryOptions(undefined, { staleTime: 0 }));
  return (
    <>
      <PageHeading
        title="Audit tools"
        lead="The questions that auditors answer, and what their grades mean. A tool is published before an audit can use it, and a published version never changes."
      />
      <AuditsNavigation current="/audits/tools" />
      {tools.isPending && <PageSkeleton label="Loading the audit tools" />}
      {tools.isError && (
        <Problem error={tools.error} what="The audit tools could not be loaded" onRetry={() => void tools.refetch()} />
      )}
      {tools.data !== undefined && (
        <Stack gap="xl">
          <section aria-label="Audit tools">
            {taken !== null && (
              <Box mb="md">
                <SavedNotice key={taken} title={`“${taken}” is off the list`} />
              </Box>
            )}
            {tools.data.length === 0 ? (
              <Empty title="No audit tool yet">
                The tools that you make stand here. Begin below with the one for supervision files: its questions are there at
                once, and can be changed before anybody uses them.
              </Empty>
            ) : (
              <ToolList tools={tools.data} onTaken={setTaken} />
            )}
          </section>
          <section aria-labelledby="begin">
            <h2 id="begin">Begin an audit tool</h2>
            <Text className="prose" mb="lg">
              It begins with the audit questions of the policy in force that fit, each with its clause. Where the policy asks
              nothing about what such audits usually cover, questions that come with Plumbline are added. You can reword them,
              take them out and add your own.
            </Text>
            <BeginTool
              tools={tools.data}
              onBegun={(toolId) => void navigate({ to: '/audits/tools/$toolId', params: { toolId } })}
            />
          </section>
        </Stack>
      )}
    </>
  );
}
