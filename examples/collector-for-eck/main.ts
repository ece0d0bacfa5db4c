import { App, Chart, Yaml } from 'cdk8s';
import { type ElasticsearchEndpoint, Fluentd, type Route, writerRole } from 'cdk8s-efk';
import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';

/** The cluster of ECK: `kubectl --namespace elastic get elasticsearch logs`. */
const ECK = { name: 'logs', namespace: 'elastic', majorVersion: 9 };

const endpoint: ElasticsearchEndpoint = {
  url: `https://${ECK.name}-es-http.${ECK.namespace}.svc:9200`,
  majorVersion: ECK.majorVersion,
  // ECK keeps its authority in a Secret of its own; copy it to the namespace of the collector.
  authority: { secretName: `${ECK.name}-es-http-certs-public` },
};

const routes: Route[] = [{ name: 'kubernetes' }];

/**
 * The role of the writer, next to the cluster. Name it and the user's Secret in the Elasticsearch resource:
 * `spec.auth.roles: [{ secretName: fluentd-role }]`, `spec.auth.fileRealm: [{ secretName: log-writer }]`.
 */
class Access extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: ECK.namespace, disableResourceNameHashes: true });

    const log_writer = writerRole(
      routes.map(({ name }) => name),
      { createsDataStreams: true },
    );
    new k8s.KubeSecret(this, 'role', {
      metadata: { name: 'fluentd-role' },
      stringData: { 'roles.yml': Yaml.stringify({ log_writer }) },
    });
  }
}

/** The collector. Its user is the one that ECK has; the certificate of its metrics, `fluentd-tls`, is still to be made. */
class Agents extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'agents', disableResourceNameHashes: true });

    new Fluentd(this, 'fluentd', {
      elasticsearch: endpoint,
      routes,
      existingSecrets: { credentials: { secretName: 'log-writer' } },
    });
  }
}

const app = new App({ outdir: 'manifests' });
new Access(app, 'access');
new Agents(app, 'agents');
app.synth();
