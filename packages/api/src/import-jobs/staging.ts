import type { ImportProblem } from '@plumbline/analytics/wording';
import { clearRows, inCouncil, keepProblems, stageRows, type Database } from '@plumbline/database';
import { factKey, type FactKindName } from '@plumbline/domain/facts';
import type { ReadFact } from '../imports/index.ts';
import type { KeptProblem } from './kept-problem.ts';

/** Rows that are written in one go: enough that the transaction costs little, few enough to hold. */
const AT_ONCE = 5000;

/** Puts the rows of a file beside the facts as they are read, some thousands at a time, so that no file is held whole. */
export class Staging {
  readonly #database: Database;
  readonly #councilId: string;
  readonly #importId: string;
  readonly #kind: FactKindName;
  #waiting: ReadFact[] = [];

  constructor(database: Database, councilId: string, run: { readonly id: string; readonly kind: FactKindName }) {
    this.#database = database;
    this.#councilId = councilId;
    this.#importId = run.id;
    this.#kind = run.kind;
  }

  /** Forgets what an earlier reading left. */
  async begin(): Promise<void> {
    await inCouncil(this.#database, this.#councilId, (tx) => clearRows(tx, this.#importId));
  }

  async add(facts: readonly ReadFact[]): Promise<void> {
    for (const fact of facts) this.#waiting.push(fact);
    if (this.#waiting.length >= AT_ONCE) await this.flush();
  }

  /** Writes what still waits. */
  async flush(): Promise<void> {
    const facts = this.#waiting;
    this.#waiting = [];
    if (facts.length === 0) return;
    const kind = this.#kind;
    const rows = facts.map(({ row, values }) => ({ row, cells: null, key: factKey(kind, values), values, problems: null }));
    await inCouncil(this.#database, this.#councilId, (tx) => stageRows(tx, this.#importId, rows));
  }

  /** Keeps what is wrong, row by row; 0 stands for the file as a whole. */
  async keepProblems(problems: readonly (ImportProblem | KeptProblem)[]): Promise<void> {
    const byRow = Map.groupBy(problems, (problem) => problem.row ?? 0);
    const found = [...byRow].map(([row, those]) => ({ row, problems: those }));
    await inCouncil(this.#database, this.#councilId, (tx) => keepProblems(tx, this.#importId, found));
  }
}
