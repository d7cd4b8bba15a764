/** Something that the person at the keyboard can mend: said as one sentence, without a stack. */
export class RefusalError extends Error {
  override readonly name = 'RefusalError';
}
