import { reference, required } from '../columns.ts';

/** A column that names a member of staff, whom the row is about. */
export const staffNumber = (label: string, help: string) =>
  required(
    reference('person', { label, help, example: 'S1042', aliases: ['staff id', 'employee number', 'worker id', 'person'] }),
  );
