import { type ReactElement } from 'react';
import type { AuditFile } from '../model/outputs.ts';
import { ActionsPanel } from './actions-panel.tsx';
import { AlertPanel } from './alert-panel.tsx';
import css from './completed.module.css';
import { LearningPanel } from './learning-panel.tsx';
import { Letter, type CompletedFile } from './letter.tsx';
import { SecondGradePanel } from './second-grade-panel.tsx';
import { WhatFollows } from './what-follows.tsx';

interface CompletedAuditProps {
  readonly file: CompletedFile;
  /** Says at the head of the page what was done, where the part in which it was done goes. */
  readonly onDone: (says: string) => Promise<void>;
}

/** A completed audit: the letter, and beside it what follows from it. */
export function CompletedAudit({ file, onDone }: CompletedAuditProps): ReactElement {
  const { alert } = file;
  const hasAlert = alert !== null && !file.access.isOwnPractice;
  return (
    <div className={css['completed']}>
      {hasAlert && alert.answeredAt === null && (
        <div className={css['first']}>
          <AlertPanel file={file} alert={alert} onDone={onDone} />
        </div>
      )}
      <Letter file={file} />
      <div className={css['follows']}>
        {hasAlert && alert.answeredAt !== null && <AlertPanel file={file} alert={alert} onDone={onDone} />}
        {file.access.isAuditor && file.state === 'completed' && <WhatFollows file={file} onDone={onDone} />}
        {file.second !== null && !file.access.isOwnPractice && <SecondGradePanel file={file} second={file.second} />}
        <ActionsPanel file={file} />
        <LearningPanel file={file} />
        {isWithNothing(file) && <p className={css['quiet']}>Nothing followed from it that is kept here.</p>}
      </div>
    </div>
  );
}

/** Whether somebody who only reads would find an empty column. */
function isWithNothing({ access, actions, learning }: AuditFile): boolean {
  return access.isOwnPractice && actions.length === 0 && learning.length === 0;
}
