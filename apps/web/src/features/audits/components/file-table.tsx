import { type ReactElement } from 'react';
import { Button, Table } from '@mantine/core';
import { nearDateInWords } from '@plumbline/analytics/wording';
import { auditKind, GRADE_WORDS, isCompleted } from '@plumbline/domain/audits';
import type { LocalDate } from '@plumbline/domain/calendar';
import { Link } from '@tanstack/react-router';
import { useMe } from '../../../app/session/me.tsx';
import { TextLink } from '../../../parts/link/text-link.tsx';
import { TableFrame } from '../../../parts/table/table-frame.tsx';
import { ITEM_STATE_WORDS, reasonInWords, SECOND_BASIS_WORDS } from '../model/audit-words.ts';
import { nextSort, sortOf, whyClosed, type FilesAsked, type SortKey } from '../model/file-rows.ts';
import type { AuditView, FileRow } from '../model/outputs.ts';
import { mayBeAssigned, movedInWords } from '../model/who-may.ts';
import css from './audits.module.css';

/** What can be done with one file. */
export interface FileActions {
  readonly onName: (file: FileRow) => void;
  readonly onNameSecond: (file: FileRow) => void;
  readonly onPutAside: (file: FileRow) => void;
}

interface FileTableProps {
  readonly audit: AuditView;
  readonly files: readonly FileRow[];
  readonly asked: FilesAsked;
  readonly actions: FileActions;
}

/** The files of an audit: whose, of which team, with whom, how far. Grades stand as they are told, in no order of people. */
export function FileTable({ audit, files, asked, actions }: FileTableProps): ReactElement {
  const isAtWork = audit.state === 'drawn' || audit.state === 'open';
  const hasSecond = audit.files.some(({ second }) => second !== null);
  const hasGrades = auditKind(audit.kind).isGraded && audit.files.some(({ state }) => isCompleted(state));
  // A manager's own check gets no second grade: whoever could give it reads the check.
  const mayAskSecond = isAtWork && auditKind(audit.kind).by === 'sample';
  const columns = { hasSecond: hasSecond || (hasGrades && mayAskSecond), hasGrades, isAtWork, mayAskSecond };
  return (
    <TableFrame label="Files" minWidth={640 + (hasGrades ? 260 : 0)}>
      <Table verticalSpacing="xs" captionSide="top">
        <Table.Thead>
          <Table.Tr>
            <SortHead audit={audit} asked={asked} of="file" label={audit.about === 'child' ? 'Child' : 'Person'} />
            <SortHead audit={audit} asked={asked} of="team" label="Team" />
            <SortHead audit={audit} asked={asked} of="state" label="State" />
            <SortHead audit={audit} asked={asked} of="auditor" label="Auditor" />
            {hasGrades && <Table.Th scope="col">Grade</Table.Th>}
            {columns.hasSecond && <Table.Th scope="col">Second grade</Table.Th>}
            {isAtWork && <Table.Th scope="col">Change</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {files.map((file) => (
            <Row key={file.id} file={file} columns={columns} actions={actions} />
          ))}
        </Table.Tbody>
      </Table>
    </TableFrame>
  );
}

interface SortHeadProps {
  readonly audit: AuditView;
  readonly asked: FilesAsked;
  readonly of: SortKey;
  readonly label: string;
}

function SortHead({ audit, asked, of, label }: SortHeadProps): ReactElement {
  const now = sortOf(asked.sort);
  const direction = now?.key === of ? (now.isDown ? 'descending' : 'ascending') : undefined;
  return (
    <Table.Th scope="col" aria-sort={direction}>
      <Link
        to="/audits/$auditId"
        params={{ auditId: audit.id }}
        search={{ ...asked, sort: nextSort(asked.sort, of) }}
        replace
        resetScroll={false}
        className={css['sort']}
      >
        {label}
        <span aria-hidden="true">{direction === undefined ? '' : direction === 'ascending' ? '▲' : '▼'}</span>
      </Link>
    </Table.Th>
  );
}

interface RowProps {
  readonly file: FileRow;
  readonly columns: Readonly<Record<'hasSecond' | 'hasGrades' | 'isAtWork' | 'mayAskSecond', boolean>>;
  readonly actions: FileActions;
}

function Row({ file, columns, actions }: RowProps): ReactElement {
  const { person, today } = useMe();
  const closed = whyClosed(file, person.id);
  const isOpen = columns.isAtWork && mayBeAssigned(file);
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400}>
        {file.opens ? (
          <TextLink to="/audits/files/$itemId" params={{ itemId: file.id }}>
            {file.label}
          </TextLink>
        ) : (
          file.label
        )}
        {file.worker !== null && <p className={css['quiet']}>{file.worker.name}</p>}
        {closed !== null && <p className={css['quiet']}>{closed}</p>}
      </Table.Th>
      <Table.Td>{file.team}</Table.Td>
      <Table.Td>
        {ITEM_STATE_WORDS[file.state]}
        {file.completedOn !== null && (
          <p className={css['quiet']}>{nearDateInWords(file.completedOn as LocalDate, today as LocalDate)}</p>
        )}
        {file.putAsideBecause !== null && <p className={css['quiet']}>{reasonInWords(file.putAsideBecause)}</p>}
      </Table.Td>
      <Table.Td>
        <Auditor file={file} isOpen={isOpen} onName={actions.onName} />
      </Table.Td>
      {columns.hasGrades && <Table.Td>{gradeInWords(file)}</Table.Td>}
      {columns.hasSecond && (
        <Table.Td>
          <Second file={file} isOpen={columns.mayAskSecond} onName={actions.onNameSecond} />
        </Table.Td>
      )}
      {columns.isAtWork && (
        <Table.Td>
          {isOpen && (
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={`Put aside the file of ${file.label}`}
              onClick={() => actions.onPutAside(file)}
            >
              Put aside
            </Button>
          )}
        </Table.Td>
      )}
    </Table.Tr>
  );
}

/** The grade as far as it is told: one that is kept back until the blind second grade is given is said to be. */
function gradeInWords({ state, grade }: FileRow): string {
  if (grade !== null) return GRADE_WORDS[grade];
  return isCompleted(state) ? 'Not shown yet' : '—';
}

interface AuditorProps {
  readonly file: FileRow;
  readonly isOpen: boolean;
  readonly onName: (file: FileRow) => void;
}

function Auditor({ file, isOpen, onName }: AuditorProps): ReactElement {
  if (!isOpen) return <>{file.auditor?.name ?? '—'}</>;
  return (
    <>
      {file.auditor !== null && <>{file.auditor.name} </>}
      <Button
        variant={file.auditor === null ? 'default' : 'subtle'}
        size="compact-sm"
        aria-label={file.auditor === null ? `Name an auditor for ${file.label}` : `Name another auditor for ${file.label}`}
        onClick={() => onName(file)}
      >
        {file.auditor === null ? 'Name an auditor' : 'Change'}
      </Button>
      {file.auditorMayNot !== null && <p className={css['quiet']}>{movedInWords(file.auditorMayNot)}</p>}
    </>
  );
}

/** Whoever is to grade it blind is not told why: the reason would say something about the first grade. */
function Second({ file, isOpen, onName }: AuditorProps): ReactElement {
  const { second } = file;
  const mayAsk = isOpen && isCompleted(file.state) && (second === null || second.state === 'waiting');
  const words =
    second === null
      ? '—'
      : second.state === 'waiting'
        ? 'Waited for'
        : second.state === 'graded'
          ? 'Given, to be agreed'
          : 'Agreed';
  return (
    <>
      {words}
      {second !== null && (
        <p className={css['quiet']}>
          {[
            second.basis === null ? '' : SECOND_BASIS_WORDS[second.basis],
            second.moderator?.name ?? (second.state === 'waiting' ? 'nobody named yet' : ''),
          ]
            .filter((part) => part !== '')
            .join(', ')}
        </p>
      )}
      {second !== null && second.moderatorMayNot !== null && (
        <p className={css['quiet']}>{movedInWords(second.moderatorMayNot)}</p>
      )}
      {mayAsk && (
        <Button
          variant={second !== null && second.moderator === null ? 'default' : 'subtle'}
          size="compact-sm"
          aria-label={`Name who gives the second grade of ${file.label}`}
          onClick={() => onName(file)}
        >
          {(second?.moderator ?? null) === null ? 'Name somebody' : 'Change'}
        </Button>
      )}
    </>
  );
}
