import { type ReactElement } from 'react';
import { Stack, Text, Title } from '@mantine/core';
import { kindOf } from '@plumbline/domain/facts';
import { KIND_GROUPS } from '../model/kind-words.ts';
import css from './kind-chooser.module.css';
import { TextLink } from '../../../parts/link/text-link.tsx';

/** Everything that can be looked up, added and corrected by hand, most usual first. */
export function KindChooser(): ReactElement {
  return (
    <div className={css['groups']}>
      {KIND_GROUPS.map((group, place) => (
        <section key={group.title} aria-labelledby={`group-${place}`}>
          <Title order={2} id={`group-${place}`} mb="sm">
            {group.title}
          </Title>
          <Stack component="ul" gap="md" className={css['list'] ?? ''}>
            {group.kinds.map((kind) => (
              <li key={kind}>
                <TextLink to="/records" search={{ kind }} fw={600}>
                  {kindOf(kind).title}
                </TextLink>
                <Text size="sm" c="dimmed">
                  {kindOf(kind).help}
                </Text>
              </li>
            ))}
          </Stack>
        </section>
      ))}
    </div>
  );
}
