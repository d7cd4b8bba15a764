import { writeSync } from 'node:fs';
import { writeFolder } from '../src/reports/write-folder.ts';

/** Begins a folder, says so after its third file, and stands still until it is killed. Used by the tests of files for reports. */
function* stalled(): Generator<{ name: string; text: string }> {
  for (const name of ['one.csv', 'two.csv', 'three.csv']) yield { name, text: 'a half\r\n'.repeat(10_000) };
  writeSync(1, 'begun\n');
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}

const [, , parent = '', name = ''] = process.argv;
await writeFolder(parent, name, stalled());
