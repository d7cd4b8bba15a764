/** The four policies that the demonstration councils run, by pack id. */
export type PackId = 'wirral' | 'bcp' | 'kent' | 'shropshire';

export interface DemoCouncil {
  /** Stable short id, also the first part of its made-up mail domain. */
  readonly id: string;
  readonly name: string;
  readonly packId: PackId;
  /** Shown beside the name wherever somebody could take it for a real council. */
  readonly note: string;
  readonly mailDomain: string;
}

/** Invented councils; `.example` is reserved and never reaches anybody. */
export const DEMO_COUNCILS: readonly DemoCouncil[] = [
  demoCouncil('marlhaven', 'Marlhaven', 'wirral', "Wirral's policy"),
  demoCouncil('bournewick', 'Bournewick', 'bcp', "Bournemouth, Christchurch and Poole's policy"),
  demoCouncil('kestrelshire', 'Kestrelshire', 'kent', "Kent's policy"),
  demoCouncil('shropcombe', 'Shropcombe', 'shropshire', "Shropshire's policy"),
];

function demoCouncil(id: string, name: string, packId: PackId, policy: string): DemoCouncil {
  return { id, name, packId, note: `An invented council that runs ${policy}. Nobody in it exists.`, mailDomain: `${id}.example` };
}

/** The invented council of a policy. */
export function demoCouncilOf(packId: PackId): DemoCouncil {
  const council = DEMO_COUNCILS.find((candidate) => candidate.packId === packId);
  if (council === undefined) throw new RangeError(`No demonstration council runs the pack "${packId}".`);
  return council;
}
