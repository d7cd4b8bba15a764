import type { AskedQuestion, AuditedRow } from '@plumbline/analytics/audits';
import type { CouncilTransaction } from '@plumbline/database';
import { auditKind, type Grade } from '@plumbline/domain/audits';
import type { FactOf } from '@plumbline/domain/facts';
import { factsNaming } from '../../access/facts-naming.ts';

const GRADE_OF: Readonly<Record<string, Grade>> = { inadequate: 1, 'requires-improvement': 2, good: 3, outstanding: 4 };

type Answer = AuditedRow['answers'][string];

/** Audits that were completed elsewhere between two days, with the questions that only they know. */
export async function importedRows(
  tx: CouncilTransaction,
  from: string,
  to: string,
  services: ReadonlyMap<string, string>,
): Promise<{ readonly rows: readonly AuditedRow[]; readonly questions: ReadonlyMap<string, AskedQuestion> }> {
  const results = (await factsNaming(tx, 'audit-result')).filter(({ on }) => on >= from && on <= to);
  if (results.length === 0) return { rows: [], questions: new Map() };
  const answers = await factsNaming(
    tx,
    'audit-answer',
    ['audit'],
    results.map(({ audit }) => audit),
  );
  const posts = await factsNaming(
    tx,
    'post',
    ['person'],
    results.flatMap(({ person }) => (person === null ? [] : [person])),
  );
  const byAudit = Map.groupBy(answers, ({ audit }) => audit);
  const rows = results.map((result) => {
    const post = posts.find(
      (one) => one.person === result.person && one.from <= result.on && (one.to === null || one.to >= result.on),
    );
    const team = result.team ?? post?.team ?? '';
    return rowOf(result, team, services.get(team) ?? '', byAudit.get(result.audit) ?? []);
  });
  return { rows, questions: new Map(answers.map(({ question, area }) => [question, { area: area ?? 'other', asks: question }])) };
}

function rowOf(
  result: FactOf<'audit-result'>,
  team: string,
  service: string,
  answers: readonly FactOf<'audit-answer'>[],
): AuditedRow {
  const { audit, kind, person, auditor, on, basis, overall, secondGrade, agreedGrade } = result;
  const second = gradeOf(secondGrade);
  return {
    auditId: `imported ${audit}`,
    itemId: `imported ${audit}`,
    kind,
    // What managers checked in their own line is never pooled with a sample, whatever the file says.
    basis: auditKind(kind).by === 'own-line' ? 'own-line' : basis,
    isImported: true,
    person,
    team,
    service,
    auditor,
    completedOn: on,
    overall: gradeOf(overall),
    // Nobody here knows by what it was chosen for a second grade: it is left out of how far graders agree.
    second: second === null ? null : { basis: 'extreme', overall: second },
    agreed: gradeOf(agreedGrade),
    toolId: 'imported',
    toolNumber: 0,
    answers: Object.fromEntries(answers.map(({ question, answer }) => [question, GRADE_OF[answer] ?? (answer as Answer)])),
  };
}

function gradeOf(code: string | null): Grade | null {
  return code === null ? null : (GRADE_OF[code] ?? null);
}
