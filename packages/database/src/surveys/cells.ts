import type { Cell, Invited } from '@plumbline/domain/surveys';
import type { CouncilTransaction } from '../access/database.ts';

/** A group of a round with its pair of keys. */
export interface SurveyCell extends Cell {
  readonly publicKey: string;
  readonly fingerprint: string;
  /** Sealed; null once the round is closed. */
  readonly privateKey: Uint8Array | null;
  /** Counted when the round closed. */
  readonly issued: number | null;
  readonly received: number | null;
}

/** Keeps the frozen list: the groups with their keys, and everybody who is invited. */
export async function keepList(
  tx: CouncilTransaction,
  roundId: string,
  cells: readonly Omit<SurveyCell, 'issued' | 'received'>[],
  invited: readonly (Invited & { readonly cell: string })[],
): Promise<void> {
  for (const cell of cells)
    await tx.sql`
      insert into survey_cell (council_id, round_id, id, label, services, role_families, head_count, public_key, fingerprint, private_key)
      values (${tx.councilId}, ${roundId}, ${cell.id}, ${cell.label}, ${[...cell.services]}::text[], ${[...cell.roleFamilies]}::text[], ${cell.headCount},
        ${cell.publicKey}, ${cell.fingerprint}, ${cell.privateKey === null ? null : Buffer.from(cell.privateKey)})`;
  const list = JSON.stringify(
    invited.map(({ person, cell, service, roleFamily, team }) => ({ person, cell, service, roleFamily, team })),
  );
  await tx.sql`
    insert into survey_invitation (council_id, round_id, person, cell, service, role_family, team)
    select ${tx.councilId}, ${roundId}, person, cell, service, "roleFamily", team
      from jsonb_to_recordset(${list}::text::jsonb) as one(person text, cell text, service text, "roleFamily" text, team text)`;
}

/** Takes the frozen list back, keys and all. */
export async function dropList(tx: CouncilTransaction, roundId: string): Promise<void> {
  await tx.sql`delete from survey_invitation where council_id = ${tx.councilId} and round_id = ${roundId}`;
  await tx.sql`delete from survey_cell where council_id = ${tx.councilId} and round_id = ${roundId}`;
}

/** The groups of a round in the order of their ids. */
export async function listCells(tx: CouncilTransaction, roundId: string): Promise<SurveyCell[]> {
  return await tx.sql<SurveyCell[]>`
    select id, label, services, role_families as "roleFamilies", head_count as "headCount", public_key as "publicKey", fingerprint,
           private_key as "privateKey", issued, received
      from survey_cell where council_id = ${tx.councilId} and round_id = ${roundId} order by length(id), id`;
}

/** Destroys the private keys of a round and writes down how many one-time links were made with each. */
export async function destroyKeys(tx: CouncilTransaction, roundId: string): Promise<void> {
  await tx.sql`
    update survey_cell c set private_key = null,
      issued = (select count(*) from survey_invitation i where i.council_id = c.council_id and i.round_id = c.round_id and i.cell = c.id and i.issued_on is not null)
     where council_id = ${tx.councilId} and round_id = ${roundId}`;
  // Every row anew in this one transaction: in which order people came cannot be read off the rows any more.
  await tx.sql`update survey_invitation set blinded_hash = null where council_id = ${tx.councilId} and round_id = ${roundId}`;
}

/** Writes down how many answers came from each group; groups that are not named had none. */
export async function keepReceived(
  tx: CouncilTransaction,
  roundId: string,
  received: Readonly<Record<string, number>>,
): Promise<void> {
  for (const { id } of await listCells(tx, roundId))
    await tx.sql`update survey_cell set received = ${received[id] ?? 0} where council_id = ${tx.councilId} and round_id = ${roundId} and id = ${id}`;
}

/**
 * Writes every invitation to a round that is open anew in one transaction, as it is: in which order people took their links on the
 * days before cannot be read off the rows any more.
 */
export async function restInvitations(tx: CouncilTransaction): Promise<void> {
  await tx.sql`
    update survey_invitation i set issued_on = issued_on
     where council_id = ${tx.councilId}
       and exists (select from survey_round r where r.council_id = i.council_id and r.id = i.round_id and r.state = 'open')`;
}
