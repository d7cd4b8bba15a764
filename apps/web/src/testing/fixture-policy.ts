import type { PolicyView } from '@plumbline/analytics/compliance';
import { me } from './fixture-rows.ts';

const AREAS = ['How often: staff', 'How often: children', 'Length', 'Time limits', 'The log'];
export const policy: PolicyView = {
  title: me.policy.title,
  council: 'Wirral',
  version: '1.0.0',
  contentHash: 'a'.repeat(64),
  isInForce: true,
  note: null,
  validFrom: '2024-04-01',
  document: null,
  state: 'under-review',
  stateNote: 'The council says that a further review is under way.',
  conventions: [
    { name: 'monthArithmetic', value: 'clip-to-month-end', cites: 'C-02', switched: null },
    { name: 'childClock', value: 'counts-when-on-file', cites: 'C-11', switched: null },
  ],
  series: [
    { id: 'own-supervision', title: 'Own supervision', subject: 'person' },
    { id: 'case-supervision', title: 'Case supervision', subject: 'child' },
  ],
  rules: AREAS.flatMap((area, index) =>
    Array.from({ length: 4 }, (_, number) => ({
      id: `WIR-${index + 5}.${number + 1}`,
      clause: `${index + 5}.${number + 1}`,
      area,
      kind: 'cadence',
      says:
        [
          'Social workers past their first year have their own supervision at least every month.',
          'Newly qualified social workers have supervision weekly for their first six weeks.',
          'A supervision lasts 90 minutes or more without interruption.',
          'The record reaches the supervisee within ten working days.',
        ][number] ?? '',
      appliesTo: 'Social workers',
      strength: number === 2 ? ('should' as const) : ('must' as const),
      isLocal: false,
    })),
  ),
  interpretations: [
    {
      id: 'A',
      question: 'Does an interrupted supervision count?',
      reading: 'It counts when most of it was held.',
      alternative: 'It never counts.',
      approvedBy: null,
      approvedOn: null,
      because: null,
    },
  ],
  silences: [{ topic: 'Agency staff', says: 'The policy does not say whether agency staff follow the same intervals.' }],
};
