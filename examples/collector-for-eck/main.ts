import { ApiObject, App, Chart, JsonPatch, Yaml } from 'cdk8s';
import { type ElasticsearchEndpoint, Fluentd, type Route, writerRole } from 'cdk8s-efk';
import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';

/** The cluster of ECK: `kubectl --namespace elastic get elasticsearch logs`. */
const ECK = { name: 'logs', namespace: 'elastic', majorVersion: 9 };

const endpoint: ElasticsearchEndpoint = {
  url: `https://${ECK.name}-es-http.${ECK.namespace}.svc:9200`,
  majorVersion: ECK.majorVersion,
};

const routes: Route[] = [{ name: 'kubernetes' }];

/**
 * The role of the writer, next to the cluster. Name it and the user's Secret in the Elasticsearch resource:
 * `spec.auth.roles: [{ secretName: fluentd-role }]`, `spec.auth.fileRealm: [{ secretName: fluentd-credentials }]`.
 */
class Access extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: ECK.namespace, disableResourceNameHashes: true });

    const log_writer = writerRole(routes.map(({ name }) => name));
    new k8s.KubeSecret(this, 'role', {
      metadata: { name: 'fluentd-role' },
      stringData: { 'roles.yml': Yaml.stringify({ log_writer }) },
    });
  }
}

/** The collector. Its own certificate comes from cert-manager, the authority of Elasticsearch from ECK. */
class Agents extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'agents', disableResourceNameHashes: true });

    const { daemonSet } = new Fluentd(this, 'fluentd', { elasticsearch: endpoint, routes });

    // Two Secrets in one directory; that of ECK must be copied to this namespace.
    const volumes: { name: string }[] = ApiObject.of(daemonSet).toJson().spec.template.spec.volumes;
    const index = volumes.findIndex(({ name }) => name === 'tls');
    ApiObject.of(daemonSet).addJsonPatch(
      JsonPatch.replace(`/spec/template/spec/volumes/${index}`, {
        name: 'tls',
        projected: {
          sources: [
            { secret: { name: 'fluentd-tls', items: ['tls.crt', 'tls.key'].map((key) => ({ key, path: key })) } },
            { secret: { name: `${ECK.name}-es-http-certs-public`, items: [{ key: 'ca.crt', path: 'ca.crt' }] } },
          ],
        },
      }),
    );
  }
}

const app = new App({ outdir: 'manifests' });
new Access(app, 'access');
new Agents(app, 'agents');
app.synth();
