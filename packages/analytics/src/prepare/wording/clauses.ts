/** A policy's numbered part as people say it: "section 6.2b". References that already carry a word are left alone. */
export function clauseInWords(clause: string): string {
  return /^\d/.test(clause) ? `section ${clause}` : clause;
}
