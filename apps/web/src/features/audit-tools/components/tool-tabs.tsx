import { type ReactElement } from 'react';
import { auditKind, type AuditTool, type ToolCheck } from '@plumbline/domain/audits';
import { Link } from '@tanstack/react-router';
import css from './audit-tools.module.css';

export type ToolPart = 'questions' | 'introduction' | 'records' | 'preview' | 'checks' | 'publish';

interface ToolTabsProps {
  readonly toolId: string;
  readonly part: string;
  readonly tool: AuditTool;
  readonly check: ToolCheck;
}

/** The parts of an audit tool's page. */
export function ToolTabs({ toolId, part, tool, check }: ToolTabsProps): ReactElement {
  const entries: readonly (readonly [name: ToolPart, label: string])[] = [
    ['questions', 'Questions'],
    ['introduction', auditKind(tool.kind).isGraded ? 'Introduction and grades' : 'Introduction'],
    ['records', 'From records'],
    ['preview', 'As auditors see it'],
    ['checks', checksLabel(check)],
    ['publish', 'Publish'],
  ];
  return (
    <nav aria-label="The audit tool" className="no-print">
      <ul className={css['tabs']}>
        {entries.map(([name, label]) => (
          <li key={name}>
            <Link
              to="/audits/tools/$toolId"
              params={{ toolId }}
              search={{ part: name }}
              resetScroll={false}
              aria-current={name === part ? 'page' : undefined}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function checksLabel({ findings }: ToolCheck): string {
  const mend = findings.filter(({ weight }) => weight === 'must').length;
  if (mend > 0) return `Checks (${mend} to mend)`;
  return findings.length === 0 ? 'Checks' : `Checks (${findings.length})`;
}
