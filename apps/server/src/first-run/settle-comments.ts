import { randomUUID } from 'node:crypto';
import { INVENTED_COMMENTS, type InventedComment } from '@plumbline/demo';
import type { ScreeningRow } from '@plumbline/analytics/survey-results';
import { office, type SurveyLoading } from './survey-office.ts';

/** Screens the comments of the invented round as its two screeners would: one proposes, the other approves. */
export async function settleComments(loading: SurveyLoading, roundId: string): Promise<void> {
  const first = office(loading, loading.today).surveyComments;
  const second = office(loading, loading.today, 'service-manager').surveyComments;
  const { open } = await first.screening({ roundId });
  const themes = new Map<string, string>();
  for (const row of open.filter(({ state }) => state === 'waiting')) {
    const invented = inventedFor(row);
    const step = { roundId, key: row.key, baseVersion: row.version };
    if (invented.outcome === 'safeguarding') {
      await first.refer({ ...step, kind: 'safeguarding', idempotencyKey: randomUUID() });
      continue;
    }
    const themeId = invented.theme === null ? null : await themeOf(invented.item, invented.theme);
    await first.propose({
      ...step,
      marks: [...row.found],
      outcome: invented.outcome ?? 'release',
      themeId,
      paraphrase: invented.paraphrase ?? null,
      idempotencyKey: randomUUID(),
    });
    await second.approve({ ...step, baseVersion: row.version + 1, idempotencyKey: randomUUID() });
  }

  async function themeOf(item: string, label: string): Promise<string> {
    const known = themes.get(`${item} ${label}`);
    if (known !== undefined) return known;
    const { themeId } = await first.saveTheme({ roundId, themeId: null, item, label, idempotencyKey: randomUUID() });
    themes.set(`${item} ${label}`, themeId);
    return themeId;
  }
}

function inventedFor({ item, words }: ScreeningRow): InventedComment {
  const found = INVENTED_COMMENTS.find((one) => one.item === item && words.endsWith(one.text.split('}').at(-1) ?? ''));
  if (found === undefined) throw new Error('A comment of the demonstration is not among those that were invented.');
  return found;
}
