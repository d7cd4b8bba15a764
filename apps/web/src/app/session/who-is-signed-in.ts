interface Who {
  /** Random ids. */
  readonly person: string;
  readonly council: string;
}

/** Asks the server who is signed in at this browser now; null where it does not say. */
export async function whoIsSignedIn(onAnswer: (headers: Headers) => void): Promise<Who | null> {
  try {
    const response = await fetch('/api/trpc/me.get', { credentials: 'same-origin' });
    if (!response.ok) return null;
    onAnswer(response.headers);
    const { result } = (await response.json()) as {
      result: { data: { person: { id: string }; council: { id: string } } };
    };
    return { person: result.data.person.id, council: result.data.council.id };
  } catch {
    return null;
  }
}
