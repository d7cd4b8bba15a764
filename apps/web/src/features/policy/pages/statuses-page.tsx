import { type ReactElement } from 'react';
import type { LibraryView, ReasonModel, RecordClassModel, StatusGroup } from '@plumbline/analytics/prepare';
import { Empty } from '../../../app/states/empty.tsx';
import { Cites } from '../components/cites.tsx';
import { LibraryFrame } from '../components/library-frame.tsx';
import css from '../components/library.module.css';
import { reasonAnchor, recordAnchor } from '../model/library-hits.ts';

/** What the council calls outcomes, states and events, where it asks for reasons, and which records it keeps apart. */
export function StatusesPage(): ReactElement {
  return (
    <LibraryFrame address="/policy/statuses" title="Statuses and reasons">
      {(view, isFound) => <Statuses view={view} isFound={isFound} />}
    </LibraryFrame>
  );
}

interface StatusesProps {
  readonly view: LibraryView;
  readonly isFound: (anchor: string) => boolean;
}

function Statuses({ view, isFound }: StatusesProps): ReactElement {
  const statuses = foundIn(view.statuses, isFound);
  const events = foundIn(view.events, isFound);
  const reasons = view.reasons.filter(({ id }) => isFound(reasonAnchor(id)));
  const records = view.recordClasses.filter(({ id }) => isFound(recordAnchor(id)));
  if (view.statuses.length === 0 && view.reasons.length === 0)
    return <Empty title="No words of its own yet">The policy names no statuses. Everywhere ours are shown.</Empty>;
  return (
    <div className={css['text']}>
      {statuses.length > 0 && (
        <section aria-labelledby="statuses">
          <h2 id="statuses">Statuses</h2>
          {statuses.map((group) => (
            <Group key={group.of} group={group} />
          ))}
        </section>
      )}
      {reasons.length > 0 && (
        <section aria-labelledby="reasons">
          <h2 id="reasons">Reasons</h2>
          {reasons.map((reason) => (
            <Reason key={reason.id} reason={reason} />
          ))}
        </section>
      )}
      {records.length > 0 && (
        <section aria-labelledby="records">
          <h2 id="records">Records that are kept apart</h2>
          {records.map((one) => (
            <RecordClass key={one.id} record={one} />
          ))}
        </section>
      )}
      {events.length > 0 && (
        <section aria-labelledby="events">
          <h2 id="events">What happens and is written down</h2>
          {events.map((group) => (
            <Group key={group.of} group={group} />
          ))}
        </section>
      )}
    </div>
  );
}

/** Groups with what was found in each; groups in which nothing was are left out. */
function foundIn(groups: readonly StatusGroup[], isFound: (anchor: string) => boolean): StatusGroup[] {
  return groups
    .map((group) => ({ ...group, statuses: group.statuses.filter(({ id }) => isFound(id)) }))
    .filter(({ statuses }) => statuses.length > 0);
}

function Group({ group }: { readonly group: StatusGroup }): ReactElement {
  return (
    <table className={css['words']} aria-label={group.title}>
      <thead>
        <tr>
          <th scope="col">{group.title}</th>
          <th scope="col">Kept as</th>
          <th scope="col">In the policy</th>
        </tr>
      </thead>
      <tbody>
        {group.statuses.map((one) => (
          <tr key={one.id} id={one.id}>
            <th scope="row">
              {one.word}
              {one.says !== null && <div className={css['quiet']}>{one.says}</div>}
            </th>
            <td>{one.keptAs ?? 'Not kept by itself'}</td>
            <td>
              {one.isOurs && <div className={css['quiet']}>Ours; the policy doesn’t name it</div>}
              <Cites clause={one.clause} rows={one.cites} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Reason({ reason }: { readonly reason: ReasonModel }): ReactElement {
  return (
    <article className={css['entry']} id={reasonAnchor(reason.id)}>
      <h3>{reason.title}</h3>
      {reason.help !== null && <p>{reason.help}</p>}
      {reason.choices.length > 0 ? (
        <ul>
          {reason.choices.map((choice) => (
            <li key={choice}>{choice}</li>
          ))}
        </ul>
      ) : (
        <p className={css['quiet']}>In the person’s own words; the policy gives no list.</p>
      )}
      <p className={css['quiet']}>
        {reason.askedWhen === null ? '' : `Asked for: ${reason.askedWhen} · `}
        {reason.isRequired ? 'has to be given' : 'may be given'}
        {reason.isOurs ? ' · ours; the policy doesn’t ask' : ''} · <Cites clause={reason.clause} rows={reason.cites} />
      </p>
    </article>
  );
}

function RecordClass({ record }: { readonly record: RecordClassModel }): ReactElement {
  return (
    <article className={css['entry']} id={recordAnchor(record.id)}>
      <h3>{record.title}</h3>
      <p>{record.says}</p>
      <dl className={css['facts']}>
        <dt>Kept</dt>
        <dd>{record.keptIn ?? 'The policy doesn’t say'}</dd>
        {record.never !== null && (
          <>
            <dt>Never in it</dt>
            <dd>{record.never}</dd>
          </>
        )}
      </dl>
      <p>
        <Cites clause={record.clause} rows={record.cites} />
      </p>
    </article>
  );
}
