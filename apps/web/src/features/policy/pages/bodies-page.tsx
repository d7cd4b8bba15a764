import { type ReactElement } from 'react';
import { Alert, Badge, Group } from '@mantine/core';
import type { BodyModel, RoleModel } from '@plumbline/analytics/prepare';
import { Empty } from '../../../app/states/empty.tsx';
import { Cites } from '../components/cites.tsx';
import { LibraryFrame } from '../components/library-frame.tsx';
import { OwnerFlags } from '../components/owner-flags.tsx';
import css from '../components/library.module.css';
import { roleAnchor } from '../model/library-hits.ts';

/** Whom the policy names, with a flag on whoever no longer does what it says, and who does what under it. */
export function BodiesPage(): ReactElement {
  return (
    <LibraryFrame address="/policy/bodies" title="Named bodies">
      {(view, isFound) => (
        <div className={css['text']}>
          <OwnerFlags />
          {view.bodies.length === 0 && (
            <Empty title="Nobody yet">Whom the policy names will be listed here once somebody has written them down.</Empty>
          )}
          <Bodies bodies={view.bodies.filter(({ id }) => isFound(id))} />
          <Roles roles={view.roles.filter(({ id }) => isFound(roleAnchor(id)))} />
        </div>
      )}
    </LibraryFrame>
  );
}

function Bodies({ bodies }: { readonly bodies: readonly BodyModel[] }): ReactElement | null {
  if (bodies.length === 0) return null;
  return (
    <section aria-labelledby="bodies">
      <h2 id="bodies">Bodies, frameworks and systems</h2>
      {bodies.map((body) => (
        <Body key={body.id} body={body} />
      ))}
    </section>
  );
}

function Roles({ roles }: { readonly roles: readonly RoleModel[] }): ReactElement | null {
  if (roles.length === 0) return null;
  return (
    <section aria-labelledby="roles">
      <h2 id="roles">Who does what</h2>
      {roles.map((role) => (
        <Role key={role.id} role={role} />
      ))}
    </section>
  );
}

function Body({ body }: { readonly body: BodyModel }): ReactElement {
  return (
    <article className={css['entry']} id={body.id}>
      <Group gap="xs" align="baseline">
        <h3>{body.name}</h3>
        <Badge tt="none" variant="light" size="sm">
          {body.kind}
        </Badge>
        {body.isMissing && (
          <Badge tt="none" variant="outline" size="sm">
            not in our copy
          </Badge>
        )}
      </Group>
      {body.also.length > 0 && <p className={css['quiet']}>Also: {body.also.join(', ')}</p>}
      <p>{body.says}</p>
      {body.superseded !== null && (
        <Alert
          variant="light"
          color="orange"
          my="xs"
          title={`Out of date since ${body.superseded.since}${body.superseded.by === null ? '' : `; now ${body.superseded.by}`}`}
        >
          {body.superseded.says} <span className={css['quiet']}>Source: {body.superseded.source}.</span>
        </Alert>
      )}
      <p>
        <Cites clause={body.clause} rows={body.cites} />
      </p>
    </article>
  );
}

const RIGHTS = [
  { name: 'May read', of: ({ reads }: RoleModel) => reads },
  { name: 'May write', of: ({ writes }: RoleModel) => writes },
  { name: 'Signs', of: ({ signs }: RoleModel) => signs },
  { name: 'Turn to them for', of: ({ turnTo }: RoleModel) => turnTo },
] as const;

function Role({ role }: { readonly role: RoleModel }): ReactElement {
  return (
    <article className={css['entry']} id={roleAnchor(role.id)}>
      <Group gap="xs" align="baseline">
        <h3>{role.title}</h3>
        {role.ours !== null && (
          <Badge tt="none" variant="light" size="sm">
            {role.ours}
          </Badge>
        )}
      </Group>
      <p>{role.says}</p>
      <dl className={css['facts']}>
        {RIGHTS.map(({ name, of }) => {
          const value = of(role);
          return (
            value !== null && (
              <div key={name} className={css['pair']}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            )
          );
        })}
      </dl>
      <p>
        {role.isOurs && <span className={css['quiet']}>Our reading; the text doesn’t say. </span>}
        <Cites clause={role.clause} rows={role.cites} />
      </p>
    </article>
  );
}
