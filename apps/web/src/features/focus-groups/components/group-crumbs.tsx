import { type ReactElement } from 'react';
import { Anchor, Breadcrumbs } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import css from './focus-groups.module.css';

/** The way back from a page of one group. */
export function GroupCrumbs({
  group,
  here,
}: {
  readonly group?: { id: string; title: string };
  readonly here?: string;
}): ReactElement {
  return (
    <Breadcrumbs classNames={{ breadcrumb: css['crumb'] ?? '' }}>
      <Anchor renderRoot={(props) => <Link {...props} to="/surveys/focus-groups" />}>Focus groups</Anchor>
      {group !== undefined && here !== undefined && (
        <Anchor renderRoot={(props) => <Link {...props} to="/surveys/focus-groups/$groupId" params={{ groupId: group.id }} />}>
          {group.title}
        </Anchor>
      )}
      {here !== undefined && <span>{here}</span>}
    </Breadcrumbs>
  );
}
