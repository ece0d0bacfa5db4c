import { expect, test } from 'vitest';

import type { LiveCluster } from '../cluster';
import { withoutMissingModules } from '../missing-modules';
import { provision } from '../provision';

/** The provisioner, which runs before anything is written. */
export function applied(cluster: LiveCluster): void {
  const { version } = cluster.rendered.environment;
  const { objects, leftOut } = withoutMissingModules(cluster.rendered.objects);

  test('the provisioner applies the rendered templates and makes their data streams, as its own user', async () => {
    console.warn(`[${version}] NOT APPLIED, THE DISTRIBUTION LACKS IT:\n  ${leftOut.join('\n  ')}`);
    const { code, output, errors } = await provision(cluster, objects);
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    for (const { kind, name, dataStreams = [] } of objects) {
      expect(output).toContain(`created ${kind} ${name}\n`);
      for (const dataStream of dataStreams) expect(output).toContain(`created data stream ${dataStream}\n`);
    }
  });
}
