/** Gives the focus to what will stand there once the page is drawn anew; the focus belongs to the browser. */
export function focusSoon(id: string): void {
  requestAnimationFrame(() => document.getElementById(id)?.focus());
}
