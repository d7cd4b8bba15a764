import { type ReactElement } from 'react';
import { Checkbox, Drawer, Stack, Text } from '@mantine/core';
import { appraisalItems, CONSTRUCTS, ITEM_BANK, type Item } from '@plumbline/domain/surveys';
import { bankNumber, KIND_WORDS } from '../model/item-words.ts';
import { withBankItems, withoutItem } from '../model/edit-form.ts';
import type { LoadedDesign } from '../model/outputs.ts';
import css from './design.module.css';
import type { FormWork } from './use-form.ts';

interface BankDrawerProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly policy: LoadedDesign['policy'];
  readonly work: FormWork;
}

/** Every question of the bank by what it is about, with those about the policy in force: a tick puts one in, or takes it out. */
export function BankDrawer({ isOpen, onClose, policy, work }: BankDrawerProps): ReactElement {
  const bank = bankFor(policy);
  const there = new Set(work.form.items.map(({ id }) => id));

  function toggle(item: Item, isWanted: boolean): void {
    if (!isWanted) return work.edit((form) => withoutItem(form, item.id), `Took out “${item.text}”`);
    return work.edit((form) => {
      const grown = withBankItems(form, [item], bank);
      return item.kind === 'policy-fact' && policy !== null
        ? { ...grown, policy: { packId: policy.packId, version: policy.version } }
        : grown;
    }, `Put in “${item.text}”`);
  }

  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      title="The bank of questions"
      size="lg"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Stack gap="xl">
        <Text c="dimmed">
          Thirteen questions that managers were asked about the policy, widened so that everybody can answer them. Results of the
          same question are compared between rounds.
        </Text>
        {Object.entries(CONSTRUCTS).map(([number, title]) => (
          <fieldset key={number} className={css['fields']}>
            <legend>
              {number}. {title}
            </legend>
            <Stack gap="sm">
              {bank
                .filter(({ question }) => question === Number(number))
                .map((item) => (
                  <Checkbox
                    key={item.id}
                    label={item.text}
                    description={[bankNumber(item), KIND_WORDS[item.kind], ...(item.isPulse ? ['Pulse'] : [])]
                      .filter((part) => part !== null)
                      .join(' · ')}
                    checked={there.has(item.id)}
                    onChange={(event) => toggle(item, event.currentTarget.checked)}
                  />
                ))}
            </Stack>
          </fieldset>
        ))}
      </Stack>
    </Drawer>
  );
}

/** The bank worded as the policy in force has it, with the questions that can be asked about that policy. */
function bankFor(policy: LoadedDesign['policy']): Item[] {
  const worded = new Map(
    policy === null
      ? []
      : appraisalItems(policy.keepsAppraisalApart, policy.appraisalWord ?? undefined).map((item) => [item.id, item]),
  );
  const [first, ...others] = ITEM_BANK.map((item) => worded.get(item.id) ?? item);
  return first === undefined ? [] : [first, ...(policy?.questions.items ?? []), ...others];
}
