import { startEmbedded } from '../src/index.ts';

/** Starts the server of a folder, prints its address and waits to be killed. */
const server = await startEmbedded({ dataFolder: process.argv[2] ?? '', log: () => undefined, isDurable: false });
process.stdout.write(`${server.ownerUrl}\n`);
