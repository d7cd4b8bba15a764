export interface Progress {
  show(fraction: number): void;
  end(): void;
}

/** How far something is, on one line that writes over itself; silent where nobody watches. */
export function makeProgress(what: string): Progress {
  const isWatched = process.stderr.isTTY;
  let last = -1;
  return {
    show(fraction) {
      const percent = Math.min(100, Math.floor(fraction * 100));
      if (!isWatched || percent === last) return;
      last = percent;
      process.stderr.write(`\r${what} … ${percent} %`);
    },
    end() {
      if (isWatched && last >= 0) process.stderr.write('\r\u001B[K');
    },
  };
}
