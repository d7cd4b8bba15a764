import {
  boxObstacles,
  closeBoxRound,
  countBallots,
  destroyComments,
  findBoxComment,
  forgetOpenDays,
  listComments,
  listCounted,
  listReceipts,
  mixBoxRound,
  openBoxRound,
  rewriteDestroyed,
  stirBox,
  type BoxDatabase,
} from '@plumbline/database';
import type { BoxPort } from '@plumbline/api';

export interface BoxPortOptions {
  readonly database: BoxDatabase;
  readonly ownerUrl: string;
  readonly url: () => string;
}

/** The box as the register's side sees it, under the box's own login role. */
export function makeBoxPort({ database, ownerUrl, url }: BoxPortOptions): BoxPort {
  return {
    url,
    open: (round) => openBoxRound(database, round),
    close: (roundId) => closeBoxRound(database, roundId),
    async mix(roundId) {
      await mixBoxRound(database, roundId);
      await rewriteDestroyed(ownerUrl);
      await forgetOpenDays(ownerUrl);
    },
    async stir() {
      const isStirred = await stirBox(database);
      const isRewritten = await rewriteDestroyed(ownerUrl);
      if (isStirred || isRewritten) await forgetOpenDays(ownerUrl);
    },
    count: (roundId) => countBallots(database, roundId),
    ballots: (roundId) => listCounted(database, roundId),
    comments: (roundId) => listComments(database, roundId),
    comment: (roundId, key) => findBoxComment(database, roundId, key),
    destroyComments: (roundId, keys) => destroyComments(database, roundId, keys),
    receipts: (roundId) => listReceipts(database, roundId),
    obstacles: () => boxObstacles(database),
  };
}
