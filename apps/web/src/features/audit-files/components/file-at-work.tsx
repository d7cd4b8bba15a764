import { type ReactElement } from 'react';
import { Box, Button, Group, Kbd, Stack, Text } from '@mantine/core';
import { instantInWords } from '@plumbline/analytics/wording';
import type { AuditReturn } from '@plumbline/domain/audits';
import { useMe } from '../../../app/session/me.tsx';
import { DateField } from '../../../parts/form/date-field.tsx';
import { SavingLine } from '../../../parts/saving/saving-line.tsx';
import { fieldOf } from '../model/completion-words.ts';
import type { AuditFile } from '../model/outputs.ts';
import { WHOLE } from '../model/question-marks.ts';
import { WATCHED_ON } from '../model/watched-on.ts';
import css from './audit-files.module.css';
import { EvidenceBeside } from './evidence-beside.tsx';
import { FileConflict } from './file-conflict.tsx';
import { GradingRefused } from './grading-refused.tsx';
import { MissingSummary } from './missing-summary.tsx';
import { QuestionField } from './question-field.tsx';
import { QuestionList } from './question-list.tsx';
import { useComplete, type Completing } from './use-complete.ts';
import { useFile, type FileWork } from './use-file.ts';
import { usePlaces, type Places } from './use-places.ts';
import { WholeField } from './whole-field.tsx';

interface FileAtWorkProps {
  readonly file: AuditFile & { readonly made: AuditReturn };
  readonly onCompleted: () => Promise<void>;
}

/** A file while it is audited: the questions, one of them open, and beside it what is known here. */
export function FileAtWork({ file, onCompleted }: FileAtWorkProps): ReactElement {
  const work = useFile(file);
  const places = usePlaces(file.tool);
  const completing = useComplete(file, work, onCompleted);
  return (
    <>
      <WorkBar work={work} isNew={file.state === 'waiting' && work.made === file.made} />
      {work.saving.kind === 'conflict' && <FileConflict work={work} />}
      {work.tookInAt !== null && work.saving.kind !== 'conflict' && (
        <Text component="output" display="block" mb="sm">
          What was saved elsewhere on {instantInWords(work.tookInAt)} is taken in here. Nothing of yours was changed.
        </Text>
      )}
      <MissingSummary
        missing={completing.missing}
        tries={completing.tries}
        onGo={({ place, field }) => places.goTo(place, field)}
      />
      {completing.error !== null && <GradingRefused error={completing.error} grader="auditor" />}
      <Introduction file={file} />
      <div className={css['work']}>
        <QuestionList tool={file.tool} made={work.made} place={places.place} onOpen={places.open} />
        <Open file={file} work={work} places={places} completing={completing} />
        <EvidenceBeside evidence={file.evidence} computed={file.computed} />
      </div>
    </>
  );
}

function WorkBar({ work, isNew }: { readonly work: FileWork; readonly isNew: boolean }): ReactElement {
  return (
    <div className={css['bar']}>
      <Group gap="sm">
        {isNew ? <Text c="dimmed">What you write is saved as you go.</Text> : <SavingLine saving={work.saving} of="this audit" />}
        {work.saving.kind === 'failed' && (
          <Button size="compact-sm" variant="default" onClick={() => void work.saveNow()}>
            Save again
          </Button>
        )}
      </Group>
      <Text size="sm" c="dimmed" visibleFrom="md">
        <Kbd size="xs">Alt ↓</Kbd> <Kbd size="xs">Alt ↑</Kbd> question · <Kbd size="xs">1–4</Kbd> grade
      </Text>
    </div>
  );
}

function Introduction({ file }: { readonly file: AuditFile }): ReactElement | null {
  if (file.tool.introduction.trim() === '') return null;
  return (
    <details className={css['introduction']}>
      <summary>Before you begin</summary>
      <Text className={`prose ${css['written']}`} mt="xs">
        {file.tool.introduction}
      </Text>
    </details>
  );
}

interface OpenProps {
  readonly file: AuditFile;
  readonly work: FileWork;
  readonly places: Places;
  readonly completing: Completing;
}

function Open({ file, work, places, completing }: OpenProps): ReactElement {
  const at = file.tool.questions.findIndex(({ id }) => id === places.place);
  const question = file.tool.questions[at];
  if (places.place !== WHOLE && question !== undefined)
    return <QuestionField key={question.id} question={question} number={at + 1} work={work} onNext={places.next} />;
  return (
    <Stack gap="xl">
      <WholeField file={file} work={work} />
      <section aria-labelledby="complete">
        <h2 id="complete" className={css['asks']}>
          Complete it
        </h2>
        <Text mb="sm" className="prose">
          From then on you no longer see these records. You talk it over with whoever’s practice it is, and they read it after
          that.
          {file.isGraded && ` A file graded inadequate is raised with ${file.responder.name} the same day.`}
        </Text>
        {file.tool.kind === 'observation' && <WatchedOn completing={completing} />}
        <Button
          loading={completing.isSending}
          disabled={work.saving.kind === 'conflict'}
          onClick={() => void completing.complete()}
        >
          Complete this audit
        </Button>
      </section>
    </Stack>
  );
}

/** On which day a supervision was watched: under it the observation stands in the log. */
function WatchedOn({ completing: { watchedOn, setWatchedOn, missing } }: { readonly completing: Completing }): ReactElement {
  const { today } = useMe();
  const id = fieldOf(WATCHED_ON);
  return (
    <Box mb="md">
      <DateField
        id={id}
        label="Watched on"
        help="Leave it empty if it was today. Completed, it stands in the supervision log under that day."
        value={watchedOn}
        today={today}
        error={missing.find(({ field }) => field === id)?.message}
        onChange={setWatchedOn}
      />
    </Box>
  );
}
