import { type ReactElement } from 'react';
import { Text } from '@mantine/core';
import type { LogSupervisionPanelProps } from '../index.ts';

/** The form for one supervision. */
export default function LogSupervisionPanel(_props: LogSupervisionPanelProps): ReactElement {
  return <Text>Log a supervision</Text>;
}
