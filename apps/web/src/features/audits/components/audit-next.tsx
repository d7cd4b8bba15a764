import { useState, type ReactElement } from 'react';
import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { waitsForSecond } from '../model/file-rows.ts';
import { howFarInWords, inTheWayOfClosing, inTheWayOfOpening } from '../model/in-the-way.ts';
import type { AuditView } from '../model/outputs.ts';
import { TextLink } from '../../../parts/link/text-link.tsx';
import { Card } from './card.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { DrawCard } from './draw-card.tsx';
import { NotDone } from './not-done.tsx';
import { PickCard } from './pick-card.tsx';
import { ShareOut } from './share-out.tsx';
import type { AuditSteps } from './use-audit-step.ts';

interface AuditNextProps {
  readonly audit: AuditView;
  readonly steps: AuditSteps;
  readonly onDone: (words: string) => void;
}

/** What comes next for an audit as it stands. */
export function AuditNext({ audit, steps, onDone }: AuditNextProps): ReactElement {
  const isPicked = audit.basis !== 'random';
  switch (audit.state) {
    case 'planned':
      return (
        <Stack gap="lg">
          {isPicked ? <PickCard audit={audit} onDone={onDone} /> : <DrawCard audit={audit} onDone={onDone} />}
          <GiveUp audit={audit} steps={steps} />
        </Stack>
      );
    case 'drawn':
      return (
        <Stack gap="lg">
          <OpenCard audit={audit} steps={steps} onDone={onDone} />
          {isPicked && <PickCard audit={audit} onDone={onDone} />}
          <GiveUp audit={audit} steps={steps} />
        </Stack>
      );
    case 'open':
      return (
        <Stack gap="lg">
          <WhileOpen audit={audit} steps={steps} onDone={onDone} />
          {isPicked && <PickCard audit={audit} onDone={onDone} />}
        </Stack>
      );
    case 'closed':
      return (
        <Card title="Closed">
          <Text className="prose">
            Its grades count in what audits found. Where a file has to be looked at again, open it again: nothing that was
            completed is lost.
          </Text>
          {steps.error !== null && <NotDone error={steps.error} />}
          <div>
            <Button variant="default" loading={steps.busy === 'reopen'} onClick={() => steps.move('reopen')}>
              Open it again
            </Button>
          </div>
        </Card>
      );
    case 'dropped':
      return (
        <Text className="prose">It was dropped and stays in the programme as that. Plan another one to audit after all.</Text>
      );
  }
}

function OpenCard({ audit, steps, onDone }: AuditNextProps): ReactElement {
  const inTheWay = inTheWayOfOpening(audit.progress);
  return (
    <Card title="Next: name auditors, then open it">
      <Text className="prose">
        {inTheWay ??
          'Every file has its auditor. Opening lets them look at the records, each at their own files and only until they are completed.'}
      </Text>
      <ShareOut audit={audit} onDone={onDone} />
      {steps.error !== null && <NotDone error={steps.error} />}
      <div>
        <Button
          variant={inTheWay === null ? 'filled' : 'default'}
          loading={steps.busy === 'open'}
          onClick={() => steps.move('open')}
        >
          Open it to its auditors
        </Button>
      </div>
    </Card>
  );
}

function WhileOpen({ audit, steps, onDone }: AuditNextProps): ReactElement {
  const { drawn, completed, withoutAuditor } = audit.progress;
  const inTheWay = inTheWayOfClosing(audit.progress);
  const toName = audit.files.filter((file) => waitsForSecond(file) && file.second?.moderator === null).length;
  return (
    <Card title="How far it has come">
      <div>
        <Text id="how-far">{howFarInWords(audit.progress)}</Text>
        <Progress.Root size="lg" mt={4}>
          <Progress.Section value={drawn === 0 ? 0 : (completed / drawn) * 100} aria-labelledby="how-far" color="plumb" />
        </Progress.Root>
      </div>
      {toName > 0 && (
        <Text>
          {toName === 1 ? '1 second grade has' : `${toName} second grades have`} nobody named yet.{' '}
          <TextLink to="/audits/$auditId" params={{ auditId: audit.id }} search={{ show: 'second' }} resetScroll={false}>
            Show them
          </TextLink>
        </Text>
      )}
      {withoutAuditor > 0 && <ShareOut audit={audit} onDone={onDone} />}
      <Text className="prose">{inTheWay ?? 'Everything is completed or put aside. Closing ends the work on it.'}</Text>
      {steps.error !== null && <NotDone error={steps.error} />}
      <div>
        <Button
          variant={inTheWay === null ? 'filled' : 'default'}
          loading={steps.busy === 'close'}
          onClick={() => steps.move('close')}
        >
          Close the audit
        </Button>
      </div>
    </Card>
  );
}

const DROP = {
  title: 'Drop this audit?',
  consequence:
    'It stays in the programme as dropped, with its plan and how it was drawn. Nobody audits anything for it, and it cannot be taken up again.',
  label: 'Drop it for good',
};

const DRAW_AGAIN = {
  title: 'Take this draw off?',
  consequence:
    'The files that were drawn, who was named for them, and what was put aside are taken off. The plan can then be changed, and another draw gives other files.',
  label: 'Take it off',
};

const PICK_AGAIN = {
  title: 'Take the files off?',
  consequence:
    'The files that were picked and who was named for them are taken off. The plan can then be changed, and others picked.',
  label: 'Take them off',
};

/** What cannot be undone, each asked about first. */
function GiveUp({ audit, steps }: Omit<AuditNextProps, 'onDone'>): ReactElement {
  const [asked, setAsked] = useState<'drop' | 'again' | null>(null);
  const again = audit.basis === 'random' ? DRAW_AGAIN : PICK_AGAIN;
  const words = asked === 'again' ? again : DROP;
  return (
    <>
      {audit.state === 'planned' && steps.error !== null && <NotDone error={steps.error} />}
      <Group gap="sm" className="no-print">
        {audit.state === 'drawn' && (
          <Button variant="default" loading={steps.busy === 'draw-again'} onClick={() => setAsked('again')}>
            {audit.basis === 'random' ? 'Draw again …' : 'Take the files off …'}
          </Button>
        )}
        <Button variant="default" loading={steps.busy === 'drop'} onClick={() => setAsked('drop')}>
          Drop this audit …
        </Button>
      </Group>
      <ConfirmDialog
        title={asked === null ? null : words.title}
        consequence={words.consequence}
        label={words.label}
        onClose={() => setAsked(null)}
        onConfirm={() => {
          setAsked(null);
          if (asked === 'again') steps.drawAgain();
          else steps.move('drop');
        }}
      />
    </>
  );
}
