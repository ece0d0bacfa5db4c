import type { Load } from './load';
import { Writer } from './writer';

/** The node as a process of its own, so that what a test does cannot slow down what is written. */
process.once('message', async (load: Load) => {
  const writer = new Writer(load);
  process.send?.(await writer.write());
});
process.once('disconnect', () => process.exit());
