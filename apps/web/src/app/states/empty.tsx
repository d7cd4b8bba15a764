import { type ReactElement, type ReactNode } from 'react';
import { Stack, Text, Title } from '@mantine/core';
import css from './empty.module.css';

/** An empty page: what will be here, and what to do first. */
export function Empty({
  title,
  children,
  action,
}: {
  readonly title: string;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}): ReactElement {
  return (
    <Stack gap="xs" align="flex-start" className={css['empty']}>
      <Title order={2}>{title}</Title>
      <Text className="prose" c="dimmed">
        {children}
      </Text>
      {action}
    </Stack>
  );
}
