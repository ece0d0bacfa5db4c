import { constants } from 'node:os';

/** What a command can do about Ctrl-C. */
export interface Interruption {
  /**
   * Runs work that ends in order when its signal is aborted.
   *
   * @param meanwhile what happens between the interruption and the end
   */
  during<T>(meanwhile: string, work: (signal: AbortSignal) => Promise<T>): Promise<T>;
}

/** Two signals closer than this are one Ctrl-C: the terminal sends it to a wrapper as well, which passes it on. In ms. */
const sameKeystroke = 500;

/**
 * Runs a command so that SIGINT and SIGTERM end it in an orderly way, and say in what state things are.
 *
 * Outside {@link Interruption.during} it ends at once: everything there is made beside its place and moved, or made again
 * by the next run. Inside, the first signal asks the work to end and the second one ends it at once.
 *
 * @param afterwards what the operator can do then
 */
export async function interruptible(
  afterwards: string,
  command: (interruption: Interruption) => Promise<void>,
): Promise<void> {
  let orderly: { controller: AbortController; meanwhile: string } | undefined;
  let first: { time: number; code: number } | undefined;

  const interrupt = (name: NodeJS.Signals) => {
    const code = 128 + constants.signals[name];
    if (first !== undefined && Date.now() - first.time < sameKeystroke) return;
    if (first !== undefined || orderly === undefined) {
      console.error(`\nInterrupted. ${afterwards}.`);
      process.exit(code);
    }
    first = { time: Date.now(), code };
    console.error(`\nInterrupted: ${orderly.meanwhile}. Once more to end at once.`);
    orderly.controller.abort();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, interrupt);

  try {
    await command({
      async during(meanwhile, work) {
        const controller = new AbortController();
        orderly = { controller, meanwhile };
        const result = await work(controller.signal);
        orderly = undefined;
        if (first !== undefined) {
          console.error(`Stopped; what was made stays and is recorded. ${afterwards}.`);
          process.exit(first.code);
        }
        return result;
      },
    });
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, interrupt);
  }
}
