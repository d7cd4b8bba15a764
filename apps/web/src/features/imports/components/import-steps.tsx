import { type ReactElement } from 'react';
import { Stepper, Text } from '@mantine/core';
import { STEP_TITLES, STEPS, type ImportStep } from '../model/import-steps.ts';

/** Where one is on the way from a file to the record. */
export function ImportSteps({ current }: { readonly current: ImportStep }): ReactElement {
  const place = STEPS.indexOf(current);
  return (
    <>
      <Text hiddenFrom="sm" c="dimmed">
        Step {place + 1} of {STEPS.length}: {STEP_TITLES[current]}
      </Text>
      <Stepper active={place} size="sm" visibleFrom="sm" aria-label="Steps" allowNextStepsSelect={false}>
        {STEPS.map((step) => (
          <Stepper.Step
            key={step}
            label={STEP_TITLES[step]}
            allowStepSelect={false}
            {...(step === current ? { 'aria-current': 'step' as const } : {})}
          />
        ))}
      </Stepper>
    </>
  );
}
