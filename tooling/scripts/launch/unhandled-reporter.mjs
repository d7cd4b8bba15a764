import { writeFileSync } from 'node:fs';

/** Writes down that something failed outside any test, in the file that the environment names. */
// oxlint-disable-next-line import/no-default-export -- as the runner asks for it
export default class UnhandledReporter {
  onTestRunEnd(_modules, unhandledErrors) {
    const file = process.env.PLUMBLINE_UNHANDLED;
    if (file !== undefined && unhandledErrors.length > 0)
      writeFileSync(file, unhandledErrors.map(({ message }) => message).join('\n'));
  }
}
