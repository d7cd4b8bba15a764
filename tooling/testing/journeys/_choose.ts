import type { Locator } from 'playwright-core';

/** Chooses from a list that opens under its field; `typed` narrows it first where it is long or searched for. */
export async function choose(scope: Locator, label: string | RegExp, option: string | RegExp, typed?: string): Promise<void> {
  const field = scope.getByRole('combobox', { name: label });
  await field.click();
  if (typed !== undefined) await field.fill(typed);
  const choice = scope.page().getByRole('option', { name: option });
  await choice.first().click();
}
