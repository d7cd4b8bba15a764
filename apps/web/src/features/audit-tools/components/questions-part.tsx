import { lazy, Suspense, useState, type ReactElement } from 'react';
import { Button, Group, Text } from '@mantine/core';
import type { ToolCheck } from '@plumbline/domain/audits';
import { Empty } from '../../../app/states/empty.tsx';
import { MOST_QUESTIONS } from '../model/edit-tool.ts';
import css from './audit-tools.module.css';
import { Contents } from './contents.tsx';
import { QuestionAreas } from './question-areas.tsx';
import type { ToolWork } from './use-tool.ts';

// Loaded when it is opened.
const AddOwn = lazy(async () => ({ default: (await import('./add-own.tsx')).AddOwn }));

interface QuestionsPartProps {
  readonly work: ToolWork;
  readonly check: ToolCheck;
  readonly open: string | null;
  readonly onOpen: (id: string | null) => void;
}

/** The questions by area, with a way to add one of our own; at a desk the areas stand beside them. */
export function QuestionsPart({ work, check, open, onOpen }: QuestionsPartProps): ReactElement {
  const [isAdding, setIsAdding] = useState(false);
  const { tool } = work;
  const isFull = tool.questions.length >= MOST_QUESTIONS;
  return (
    <div className={css['work']}>
      <div>
        <Group gap="sm" mb="sm">
          <Button aria-expanded={isAdding} disabled={isFull} onClick={() => setIsAdding(!isAdding)}>
            Add a question of your own
          </Button>
        </Group>
        {isFull && (
          <Text mb="sm">There are {MOST_QUESTIONS} questions, as many as an audit can have. Take one out to add another.</Text>
        )}
        {isAdding && !isFull && (
          <Suspense fallback={null}>
            <AddOwn
              work={work}
              after={open}
              onClose={() => setIsAdding(false)}
              onAdded={(id) => {
                setIsAdding(false);
                onOpen(id);
              }}
            />
          </Suspense>
        )}
        {tool.questions.length === 0 ? (
          <Empty title="No questions yet">
            The questions that auditors answer stand here, by area. Add the first one above; “Undo” brings back what you took out.
          </Empty>
        ) : (
          <>
            <Text size="sm" c="dimmed" mb="md" className="prose">
              Open a question to change it. The arrows move it within its area; so do Alt with ↑ or ↓ while it has the focus.
            </Text>
            <QuestionAreas work={work} findings={check.findings} open={open} onOpen={onOpen} />
          </>
        )}
      </div>
      <Contents tool={tool} onOpen={onOpen} />
    </div>
  );
}
