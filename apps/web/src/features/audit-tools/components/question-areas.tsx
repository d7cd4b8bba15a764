import { useState, type ReactElement } from 'react';
import { Button, Group, VisuallyHidden } from '@mantine/core';
import type { AuditQuestion, ToolFinding } from '@plumbline/domain/audits';
import { areasOf, withAreaMoved, withMoved, withoutQuestion, type AreaGroup } from '../model/edit-tool.ts';
import css from './audit-tools.module.css';
import { areaId } from './contents.tsx';
import { focusSoon } from './focus-soon.ts';
import { QuestionRow } from './question-row.tsx';
import { useReworded } from './use-reworded.ts';
import type { ToolWork } from './use-tool.ts';

interface QuestionAreasProps {
  readonly work: ToolWork;
  readonly findings: readonly ToolFinding[];
  readonly open: string | null;
  readonly onOpen: (id: string | null) => void;
}

/** The questions by area: opened one at a time, moved within their area, taken out with a way back. Areas move as a whole. */
export function QuestionAreas({ work, findings, open, onOpen }: QuestionAreasProps): ReactElement {
  const groups = areasOf(work.tool);
  const inOrder = groups.flatMap(({ questions }) => questions);
  const [told, setTold] = useState('');
  const wordings = useReworded(work.tool);

  function move(question: AuditQuestion, at: number, of: number, step: -1 | 1): void {
    const to = at + step;
    if (to < 0 || to >= of) return;
    work.edit((tool) => withMoved(tool, question.id, step), `Moved “${question.asks}”`);
    setTold(`Now ${to + 1} of ${of} in its area.`);
  }

  function takeOut(question: AuditQuestion): void {
    const at = inOrder.indexOf(question);
    const next = inOrder[at + 1] ?? inOrder[at - 1];
    work.edit((tool) => withoutQuestion(tool, question.id), `Took out “${question.asks}”`);
    setTold('Taken out. Undo brings it back.');
    if (open === question.id) onOpen(null);
    if (next !== undefined) focusSoon(`out ${next.id}`);
  }

  return (
    <>
      <VisuallyHidden component="output">{told}</VisuallyHidden>
      {groups.map((group, place) => (
        <section key={group.title} className={css['area']} aria-labelledby={areaId(group.title)}>
          <AreaHead group={group} place={place} count={groups.length} work={work} onTold={setTold} />
          <ol className={css['questions']}>
            {group.questions.map((question, at) => (
              <QuestionRow
                key={question.id}
                question={question}
                number={inOrder.indexOf(question) + 1}
                place={{ at, of: group.questions.length }}
                work={work}
                isOpen={open === question.id}
                findings={findings.filter((finding) => finding.question === question.id)}
                wording={wordings.get(question.id) ?? null}
                onOpen={onOpen}
                onMove={(step) => move(question, at, group.questions.length, step)}
                onTakeOut={() => takeOut(question)}
              />
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}

interface AreaHeadProps {
  readonly group: AreaGroup;
  readonly place: number;
  readonly count: number;
  readonly work: ToolWork;
  readonly onTold: (words: string) => void;
}

function AreaHead({ group: { title }, place, count, work, onTold }: AreaHeadProps): ReactElement {
  function move(step: -1 | 1): void {
    work.edit((tool) => withAreaMoved(tool, title, step), `Moved the area “${title}”`);
    onTold(`“${title}” is now area ${place + step + 1} of ${count}.`);
    const isAtEnd = place + step === 0 || place + step === count - 1;
    const isUp = isAtEnd ? step === 1 : step === -1;
    focusSoon(`${isUp ? 'up' : 'down'} ${areaId(title)}`);
  }
  return (
    <div className={css['areaHead']}>
      <h2 id={areaId(title)} tabIndex={-1}>
        {title}
      </h2>
      {count > 1 && (
        <Group gap={4} wrap="nowrap" className="no-print">
          <Button
            id={`up ${areaId(title)}`}
            size="compact-sm"
            variant="subtle"
            disabled={place === 0}
            aria-label={`Move the area “${title}” up`}
            onClick={() => move(-1)}
          >
            ↑
          </Button>
          <Button
            id={`down ${areaId(title)}`}
            size="compact-sm"
            variant="subtle"
            disabled={place === count - 1}
            aria-label={`Move the area “${title}” down`}
            onClick={() => move(1)}
          >
            ↓
          </Button>
        </Group>
      )}
    </div>
  );
}
