import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';

import type { ElasticsearchEndpoint } from '../../constructs/core';
import { ElasticsearchExporter, EXPORTER_PORT } from '../../constructs/elasticsearch';
import { PodMonitor } from '../../constructs/monitoring';
import { WATCHER_USER } from '../secrets/accounts';
import type { MonitoredEnvironment } from './monitoring-stack';
import { scrapeAnnotations } from './scrape-annotations';

/** What tells a Prometheus how Elasticsearch is. */
export class ExporterStack extends Chart {
  /** The exporter. */
  readonly exporter: ElasticsearchExporter;

  constructor(scope: Construct, id: string, environment: MonitoredEnvironment, elasticsearch: ElasticsearchEndpoint) {
    const { namespace, dnsPorts, monitoring, snapshots } = environment;
    super(scope, id, { namespace, disableResourceNameHashes: true });
    const { by, selectorLabels, scraper } = monitoring;

    this.exporter = new ElasticsearchExporter(this, 'exporter', {
      elasticsearch,
      username: WATCHER_USER,
      snapshots: snapshots !== undefined,
      scraper,
      dnsPorts,
      ...(by === 'annotations' && { podAnnotations: scrapeAnnotations(EXPORTER_PORT) }),
    });
    if (by === 'annotations') return;
    new PodMonitor(this, 'monitor', { endpoint: this.exporter.metrics, selectorLabels });
  }
}
