import {
  appraisalItemsFor,
  checkDesign,
  fitToPolicy,
  fullForm,
  Instrument,
  keepsAppraisalApart,
  policyQuestions,
  policyQuestionsFor,
  usualPolicyItems,
  type PolicyFactItem,
  type RoleFamily,
} from '@plumbline/domain/surveys';
import { describe, expect, it } from 'vitest';
import { loadPack } from '../src/load.ts';

/** What the catalogues say: the answer, the rule that it rests on, and of whom; written from them and not from the packs. */
const SAID: Readonly<Record<string, readonly [topic: string, family: RoleFamily, answer: string, rule: string][]>> = {
  wirral: [
    ['gap', 'social-worker', 'One month', 'WIR-6.2e'],
    ['gap', 'manager', 'One month', 'WIR-6.2e'],
    ['shared', 'not-case-holding', 'Ten working days', 'WIR-5.7'],
    ['readers', 'social-worker', 'I may, with whoever supervises me', 'WIR-10.1'],
    ['agreement', 'manager', 'Twelve months', 'WIR-5.2'],
    ['length', 'social-worker', '90 minutes', 'WIR-6.1a'],
  ],
  bcp: [
    ['gap', 'not-case-holding', 'One month', 'BCP-formal-21'],
    ['readers', 'social-worker', 'I may, with whoever supervises me', 'BCP-conf-2'],
    ['filed', 'social-worker', 'One week', 'BCP-rec-8'],
    ['agreement', 'social-worker', 'Twelve months', 'BCP-agr-4'],
  ],
  kent: [
    ['gap', 'social-worker', 'Four weeks', 'KEN-2.18'],
    ['gap', 'not-case-holding', 'Six weeks', 'KEN-2.2'],
    ['readers', 'social-worker', 'I may, with the managers above me', 'KEN-2.11'],
    ['new-work', 'other-case-holding', '24 hours', 'KEN-2.24'],
    ['length', 'social-worker', '60 minutes', 'KEN-2.13'],
  ],
  shropshire: [
    ['gap', 'social-worker', 'Four working weeks', 'SHR-A5-4'],
    ['gap', 'manager', 'Four working weeks', 'SHR-A5-2'],
    ['gap', 'not-case-holding', 'One month', 'SHR-A5-14'],
    ['shared', 'social-worker', 'One week', 'SHR-flow-8'],
    ['filed', 'social-worker', 'Two working days', 'SHR-KP-8'],
  ],
};

/** What the catalogues list as not said. */
const SILENT: Readonly<Record<string, readonly [topic: string, family: RoleFamily][]>> = {
  wirral: [
    ['filed', 'social-worker'],
    ['gap', 'other-case-holding'],
  ],
  bcp: [
    ['shared', 'social-worker'],
    ['length', 'social-worker'],
    // "Monthly" is read out of other clauses; the text never says it.
    ['gap', 'social-worker'],
  ],
  kent: [
    ['shared', 'social-worker'],
    ['filed', 'social-worker'],
  ],
  shropshire: [
    ['readers', 'social-worker'],
    ['agreement', 'social-worker'],
  ],
};

const itemFor = (council: string, topic: string, family: RoleFamily): PolicyFactItem | undefined =>
  policyQuestionsFor(loadPack(council), family).items.find(({ id }) => id === `1b-${topic}` || id.startsWith(`1b-${topic}-for-`));

describe.each(Object.keys(SAID))('%s', (council) => {
  const pack = loadPack(council);

  it('is asked about with the answer and the clause that its policy has', () => {
    for (const [topic, family, answer, rule] of SAID[council]!) {
      const item = itemFor(council, topic, family);
      const named = `${topic} ${family}`;
      expect(item?.options.find(({ id }) => id === item.right)?.text, named).toBe(answer);
      expect(item?.rule.split(', '), named).toContain(rule);
      expect(item?.clause, named).toBeTruthy();
    }
  });

  it('is not asked about where it is silent', () => {
    for (const [topic, family] of SILENT[council]!) {
      expect(itemFor(council, topic, family), `${topic} ${family}`).toBeUndefined();
      expect(policyQuestionsFor(pack, family).silences.map((silence) => silence.topic)).toContain(topic);
    }
  });

  it('offers one right answer, wrong ones that cannot be argued for, and "not sure" last', () => {
    for (const item of policyQuestions(pack).items) {
      expect(
        item.options.filter(({ id }) => id === item.right),
        item.id,
      ).toHaveLength(1);
      expect(new Set(item.options.map(({ text }) => text)).size, item.id).toBe(item.options.length);
      expect(item.options.length, item.id).toBeGreaterThanOrEqual(4);
      expect(item.options.at(-1)?.id, item.id).toBe('not-sure');
    }
    const texts = itemFor(council, 'gap', 'not-case-holding')?.options.map(({ text }) => text) ?? [];
    expect(texts.filter((text) => ['One month', 'Four weeks', 'Four working weeks'].includes(text)).length).toBeLessThan(2);
  });

  it('asks nobody about more than three facts', () => {
    for (const family of ['social-worker', 'other-case-holding', 'not-case-holding', 'manager'])
      expect(
        usualPolicyItems(pack).filter(({ roleFamilies }) => roleFamilies === null || roleFamilies.includes(family)).length,
      ).toBeLessThanOrEqual(3);
  });

  it('makes a full form that can be published as it stands', () => {
    const form = fitToPolicy(fullForm, pack);
    expect(Instrument.safeParse(form).success).toBe(true);
    expect(form.policy).toEqual({ packId: council, version: pack.version });
    expect(checkDesign(form).findings).toEqual([]);
    expect(fitToPolicy(form, pack)).toEqual(form);
  });
});

describe('appraisal', () => {
  it('is asked about as the policy has it, in the council’s own word', () => {
    expect(['wirral', 'bcp', 'kent', 'shropshire'].map((id) => keepsAppraisalApart(loadPack(id)))).toEqual([
      null,
      null,
      false,
      true,
    ]);
    const fit = (id: string) => appraisalItemsFor(loadPack(id)).find((item) => item.id === '7b');
    expect(fit('shropshire')?.text).toMatch(/apart/);
    expect(fit('kent')?.text).toMatch(/Good Conversation inside supervision/);
    expect(new Set(['shropshire', 'kent', 'bcp'].map((id) => fit(id)?.lineage)).size).toBe(3);
  });

  it('keeps the wording that a council has written for itself', () => {
    const own = {
      ...fullForm,
      items: fullForm.items.map((item) => (item.id === '7b' ? { ...item, text: 'Ours.', lineage: 'own-7b' } : item)),
    };
    expect(fitToPolicy(own, loadPack('kent')).items.find(({ id }) => id === '7b')?.text).toBe('Ours.');
  });
});
