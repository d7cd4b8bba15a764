import { useId, type ReactElement, type ReactNode } from 'react';
import { Stack, Title } from '@mantine/core';
import css from './audits.module.css';

/** One thing that can be done next, with its consequence in words. */
export function Card({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactElement {
  const id = useId();
  return (
    <section className={`${css['card']} no-print`} aria-labelledby={id}>
      <Stack gap="md">
        <Title order={2} id={id}>
          {title}
        </Title>
        {children}
      </Stack>
    </section>
  );
}
