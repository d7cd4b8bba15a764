import { useState, type FormEvent, type ReactElement } from 'react';
import { readCode } from '../sealed/code.ts';

interface CodeEntryProps {
  readonly roundId: string;
  readonly onCode: (roundId: string, code: string) => Promise<void>;
}

/** A code that somebody wrote down, or that stands on a paper form. */
export function CodeEntry({ roundId, onCode }: CodeEntryProps): ReactElement {
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [isLooking, setIsLooking] = useState(false);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const code = readCode(typed);
    setProblem(code === null ? 'A code has sixteen letters and numbers, in four groups of four.' : null);
    if (code === null || isLooking) return;
    setIsLooking(true);
    try {
      await onCode(roundId, code);
    } catch {
      setProblem('The survey could not be reached. Try again in a moment.');
    }
    setIsLooking(false);
  }

  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <h2>Go on with a code</h2>
      <div className="field">
        <label htmlFor="code">Code</label>
        <span id="code-help" className="small quiet">
          From a paper form, or as you wrote it down. It does not matter whether letters are large or small.
        </span>
        <input
          id="code"
          className="code"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          aria-describedby="code-help code-problem"
          aria-invalid={problem !== null}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <p id="code-problem" className="problem" role="alert">
          {problem}
        </p>
      </div>
      <p>
        <button type="submit" className="button second" aria-disabled={isLooking}>
          {isLooking ? 'Looking …' : 'Go on'}
        </button>
      </p>
    </form>
  );
}
