/**
 * Breaks a text into lines that are no wider than `width`, by whatever `widthOf` measures. A space at a break stays at the end of its
 * line, so that the lines joined give back the text and its words are never run together when they are read out. A word that is
 * wider than a line is broken where it must be.
 */
export function wrapText(text: string, width: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text
    .replaceAll(/\s+/g, ' ')
    .trim()
    .split(/(?<= )/)) {
    if (line !== '' && widthOf((line + word).trimEnd()) > width) {
      lines.push(line);
      line = '';
    }
    line += word;
    while (widthOf(line.trimEnd()) > width && line.trimEnd().length > 1) {
      const fits = charactersThatFit(line, width, widthOf);
      lines.push(line.slice(0, fits));
      line = line.slice(fits);
    }
  }
  return line === '' && lines.length > 0 ? lines : [...lines, line];
}

/** At least one, so that it ends. */
function charactersThatFit(text: string, width: number, widthOf: (text: string) => number): number {
  let fits = 1;
  while (fits < text.length && widthOf(text.slice(0, fits + 1)) <= width) fits += 1;
  return fits;
}
