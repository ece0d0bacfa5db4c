import { afterAll, beforeAll, describe } from 'vitest';

import type { StackVersion } from '../../constructs/core';
import { LiveCluster } from './cluster';
import { getDistribution } from './distribution';

/** Tests of a cluster that runs; each suite leaves it green, with all of its nodes. */
export type Suite = (cluster: LiveCluster) => void;

/** Runs `suites`, one after the other, on three real nodes of `version`. */
export function describeCluster(version: StackVersion, suites: readonly Suite[]): void {
  describe(`Elasticsearch ${version}, three nodes run from the manifests`, () => {
    const cluster = new LiveCluster(getDistribution(version));
    beforeAll(async () => {
      const started = Date.now();
      await cluster.start();
      figure(`cluster of three formed in ${seconds(started)}`);
    });
    afterAll(() => cluster.remove());
    for (const suite of suites) suite(cluster);
  });

  /** Prints what was measured, so that a reader of the output sees it. */
  function figure(text: string): void {
    console.log(`[${version}] ${text}`);
  }
}

/** Seconds since a time in ms. */
export function seconds(since: number): string {
  return `${((Date.now() - since) / 1_000).toFixed(1)} s`;
}
