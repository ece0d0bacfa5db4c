import { Chart } from 'cdk8s';
import { Fluentd } from 'cdk8s-efk';
import type { Construct } from 'constructs';

/** The collector of the shop. */
export class Agents extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'agents', disableResourceNameHashes: true });

    new Fluentd(this, 'fluentd', {
      elasticsearch: { url: 'https://search.example.com:9200', majorVersion: 9, authority: 'public' },
      routes: [{ name: 'shop', namespaces: ['shop'] }, { name: 'kubernetes' }],
      treatments: [
        {
          name: 'web',
          select: { namespaces: ['shop'], containers: ['nginx'] },
          drop: [{ reason: 'health checks', where: { message: ['GET /health 200', 'GET /ready 200'] } }],
        },
      ],
    });
  }
}
