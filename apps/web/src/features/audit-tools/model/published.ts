import type { Saving } from './tool-saver.ts';

/** Whether nothing was saved since a version was published: publishing is itself the last change then. */
export function isAsPublished({ publishedAt }: { readonly publishedAt: string }, saving: Saving): boolean {
  return saving.kind === 'saved' && Date.parse(saving.at) <= Date.parse(publishedAt);
}
