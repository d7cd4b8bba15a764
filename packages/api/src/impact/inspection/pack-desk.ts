import type { InspectionPack } from '@plumbline/analytics/impact';
import type { PackAsked, PackMaker } from './make-pack.ts';

/** Has packs worked out, each under a key, and knows how far each is. */
export interface PackDesk {
  make(key: string, asked: PackAsked): Promise<InspectionPack>;
  /** From 0 to 1; null where nothing is being worked out under this key. */
  progress(key: string): number | null;
}

export function makePackDesk(make: PackMaker): PackDesk {
  const atWork = new Map<string, number>();
  return {
    async make(key, asked) {
      atWork.set(key, 0);
      try {
        return await make(asked, (done) => atWork.set(key, done));
      } finally {
        atWork.delete(key);
      }
    },
    progress: (key) => atWork.get(key) ?? null,
  };
}
