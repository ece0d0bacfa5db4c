import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import type { Load, Written } from './load';

/** A node whose containers write. */
export interface Node {
  /** Comes when everything is written. The kubelet goes on. */
  readonly written: Promise<Written>;

  /** Ends the node; its files stay. */
  stop(): Promise<void>;
}

/** Starts the containers of a node and its kubelet, in a process of their own. */
export function startNode(load: Load): Node {
  const child = fork(join(__dirname, 'writer-process.ts'), { execArgv: ['--require', 'tsx/cjs'] });
  const ended = once(child, 'exit');
  const written = Promise.race([
    once(child, 'message').then(([message]) => message as Written),
    ended.then(([code]) => Promise.reject(new Error(`the writer ended early, with code ${code}`))),
  ]);
  // Nobody asks when the node is stopped before it is done.
  written.catch(() => undefined);
  child.send(load);
  return {
    written,
    async stop() {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}
