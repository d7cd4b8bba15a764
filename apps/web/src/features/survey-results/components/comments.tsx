import { type ReactElement } from 'react';
import { Stack, Text, Title } from '@mantine/core';
import type { ResultsView } from '@plumbline/analytics/survey-results';
import css from './results.module.css';

/** What was written in words, by question and theme: in no order, with nothing about who wrote it. */
export function Comments({ comments }: Pick<ResultsView, 'comments'>): ReactElement | null {
  if (comments.state === 'none') return null;
  return (
    <section aria-labelledby="comments-title">
      <Title order={2} id="comments-title" mb="xs">
        In people’s own words
      </Title>
      {comments.state === 'being-read' ? (
        <Text className="prose">
          Two people are reading the comments, one after the other, to take out what would show somebody. They appear here all at
          once when that is done.
        </Text>
      ) : (
        <>
          <Text className="prose" mb="md">
            Two people have read every comment. Square brackets stand where something was taken out. Words are quoted only where
            their writer ticked that they may be, and at least three people wrote about the same thing.
          </Text>
          <Stack gap="lg">
            {comments.questions.map(({ item, text, state, themes }) => (
              <article key={item} aria-label={text}>
                <Title order={3} mb="xs">
                  {text}
                </Title>
                {state === 'not-shown' ? (
                  <Text c="dimmed">Too few replies to protect people.</Text>
                ) : (
                  <Stack gap="md">
                    {themes.map((theme) => (
                      <div key={theme.id ?? 'other'} className="keep-together">
                        <Text fw={600}>
                          {theme.label}
                          {theme.count === null ? '' : ` (${theme.count} comments)`}
                        </Text>
                        {theme.comments.length === 0 ? (
                          <Text size="sm" c="dimmed">
                            Nobody is quoted here.
                          </Text>
                        ) : (
                          <ul className={css['quotes']}>
                            {theme.comments.map((comment) => (
                              <li key={comment.text}>
                                {comment.isParaphrase ? `In our words: ${comment.text}` : `“${comment.text}”`}
                              </li>
                            ))}
                          </ul>
                        )}
                      </div>
                    ))}
                  </Stack>
                )}
              </article>
            ))}
          </Stack>
        </>
      )}
    </section>
  );
}
