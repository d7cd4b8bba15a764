import { type ReactElement } from 'react';
import { Text, Title } from '@mantine/core';

/** What was published of earlier rounds and what came of it. Nothing stands here before the first publication. */
export function Outcomes(): ReactElement {
  return (
    <section aria-labelledby="outcomes-title">
      <Title order={2} id="outcomes-title" mb="xs">
        Published results, and what came of them
      </Title>
      <Text className="prose" c="dimmed">
        Nothing is published yet. Results come within a fortnight after a round closes: first what staff said, then what was
        decided, what changed, and whether it helped.
      </Text>
    </section>
  );
}
