import { useState, type ReactElement } from 'react';
import { Tabs, Text } from '@mantine/core';
import { useMe } from '../../../app/session/me.tsx';
import type { AuditFile, Evidence as Known } from '../model/outputs.ts';
import css from './audit-files.module.css';
import { EvidenceDue } from './evidence-due.tsx';
import { EvidenceFacts } from './evidence-facts.tsx';
import { EvidenceLanes } from './evidence-lanes.tsx';
import { EvidenceLog } from './evidence-log.tsx';

interface EvidenceProps {
  readonly evidence: Known;
  readonly computed: AuditFile['computed'];
}

/** Wide enough for two columns; the same as in the styles. */
const WIDE = '(min-width: 62em)';

/** What is known here of what is audited, beside the questions; on a phone it is closed until it is wanted. */
export function Evidence({ evidence, computed }: EvidenceProps): ReactElement {
  const { today } = useMe();
  const [isOpen, setOpen] = useState(() => globalThis.matchMedia(WIDE).matches);
  return (
    <aside className={css['evidence']} aria-labelledby="evidence-title">
      <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary id="evidence-title" className={css['evidenceTitle']}>
          What is known here
        </summary>
        <Text size="sm" c="dimmed" mb="sm">
          For your eyes while you audit. That you looked is kept, and the person sees it.
        </Text>
        <EvidenceLanes lanes={evidence.lanes} today={today} />
        <Tabs defaultValue="log" keepMounted={false}>
          <Tabs.List mb="sm">
            <Tabs.Tab value="log">Log</Tabs.Tab>
            <Tabs.Tab value="due">What was due</Tabs.Tab>
            <Tabs.Tab value="facts">Documents</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="log">
            <EvidenceLog sessions={evidence.sessions} />
          </Tabs.Panel>
          <Tabs.Panel value="due">
            <EvidenceDue history={evidence.history} computed={computed} today={today} />
          </Tabs.Panel>
          <Tabs.Panel value="facts">
            <EvidenceFacts facts={evidence.facts} />
          </Tabs.Panel>
        </Tabs>
      </details>
    </aside>
  );
}
