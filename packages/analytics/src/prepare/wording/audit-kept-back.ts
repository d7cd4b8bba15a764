/** Files whose blind second grade is waited for: why no figure of grades has them. */
export function keptBackInWords(count: number): string {
  return count === 1
    ? 'One completed file waits for its blind second grade: what was found counts in the figures once that is given.'
    : `${count} completed files wait for their blind second grades: what was found counts in the figures once those are given.`;
}
