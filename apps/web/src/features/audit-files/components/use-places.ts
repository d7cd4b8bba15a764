import { useEffect, useRef, useState } from 'react';
import { getRouteApi } from '@tanstack/react-router';
import { flushSync } from 'react-dom';
import type { AuditTool } from '@plumbline/domain/audits';
import { fieldOf } from '../model/completion-words.ts';
import { neighbour, placesOf, WHOLE } from '../model/question-marks.ts';

const route = getRouteApi('/audits/files/$itemId');

export interface Places {
  readonly place: string;
  open(place: string): void;
  /** Opens a place with the focus in one of its fields. */
  goTo(place: string, field?: string): void;
  next(): void;
}

/** Which question is open, in the address for a reload; Alt and an arrow go to the one after or before. */
export function usePlaces(tool: AuditTool): Places {
  const { question } = route.useSearch();
  const navigate = route.useNavigate();
  // At hand at once, so that no letter typed after the key is lost; the address follows.
  const [asked, setAsked] = useState(question);
  const places = placesOf(tool);
  const place = places.find((one) => one === asked) ?? places[0] ?? WHOLE;

  function open(to: string): void {
    setAsked(to);
    void navigate({ search: { question: to }, replace: true, resetScroll: false });
  }
  function goTo(to: string, field = fieldOf(to === WHOLE ? 'strengths' : to)): void {
    flushSync(() => open(to));
    focusOn(field);
  }
  function step(by: 1 | -1): void {
    goTo(neighbour(tool, place, by));
  }
  useArrows(step);
  return { place, open, goTo, next: () => step(1) };
}

/** What has just been drawn takes the focus before the next key is read: the answer that is chosen, or the first. */
function focusOn(id: string): void {
  const field = document.getElementById(id);
  const name = field instanceof HTMLInputElement && field.type === 'radio' ? field.name : null;
  const chosen = name === null ? null : document.querySelector<HTMLInputElement>(`input[name="${CSS.escape(name)}"]:checked`);
  (chosen ?? field)?.focus({ preventScroll: true });
  document.getElementById('question-title')?.scrollIntoView({ block: 'nearest' });
}

function useArrows(step: (by: 1 | -1) => void): void {
  const latest = useRef(step);
  // The keyboard belongs to the browser; what a key does is looked up when it is pressed.
  useEffect(() => {
    latest.current = step;
  });
  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (event.code !== 'ArrowDown' && event.code !== 'ArrowUp') return;
      event.preventDefault();
      latest.current(event.code === 'ArrowDown' ? 1 : -1);
    }
    globalThis.addEventListener('keydown', onKey);
    return () => globalThis.removeEventListener('keydown', onKey);
  }, []);
}
