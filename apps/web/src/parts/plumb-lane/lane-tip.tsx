import { useState, type PointerEvent, type ReactElement, type ReactNode } from 'react';
import css from './lane-tip.module.css';

interface Tip {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** One tip for all marks beneath it: it reads `data-tip` of whatever the pointer is over. Screen readers have the sentence of the lane. */
export function LaneTip({ children }: { readonly children: ReactNode }): ReactElement {
  const [tip, setTip] = useState<Tip | null>(null);

  function follow(event: PointerEvent<HTMLDivElement>): void {
    const mark = event.target instanceof Element ? event.target.closest('[data-tip]') : null;
    const text = mark?.getAttribute('data-tip') ?? null;
    if (mark === null || text === null) return setTip(null);
    const frame = event.currentTarget.getBoundingClientRect();
    const box = mark.getBoundingClientRect();
    setTip({ text, x: box.left + box.width / 2 - frame.left, y: box.top - frame.top });
  }

  return (
    <div className={css['frame']} onPointerOver={follow} onPointerLeave={() => setTip(null)}>
      {children}
      {tip !== null && (
        <span className={css['tip']} style={{ left: tip.x, top: tip.y }} aria-hidden="true">
          {tip.text}
        </span>
      )}
    </div>
  );
}
