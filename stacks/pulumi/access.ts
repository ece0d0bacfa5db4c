import type { Environment } from '../../environments';
import type { Stacks } from '../define-stacks';

/** The user that exists before any other does. */
const SUPERUSER = 'elastic';

/** Port on the machine that forwards it. */
const LOCAL_PORT = 5601;

/** How people reach what was deployed; the outputs of the Pulumi stack. No value of a Secret is in it. */
export interface Access {
  /** Where Kibana answers: the host of its Ingress, or the local end of `kibanaPortForward`. */
  readonly kibanaUrl: string;

  /** Command that makes Kibana reachable without an Ingress. */
  readonly kibanaPortForward: string;

  /** Name of the first user of Kibana; make others in Kibana, and keep this one for emergencies. */
  readonly username: string;

  /** Command that prints the password of `username`. */
  readonly passwordCommand: string;

  /** Where pods reach Elasticsearch. */
  readonly elasticsearchUrl: string;
}

/** How people reach what `stacks` deploy for `environment`. */
export function accessTo({ namespace, kibana }: Environment, { secrets, elasticsearch }: Stacks): Access {
  const superuser = secrets.find((secret) => secret.kind === 'credentials' && secret.username === SUPERUSER);
  return {
    kibanaUrl: kibana.ingressHost ? `https://${kibana.ingressHost}` : `https://localhost:${LOCAL_PORT}`,
    kibanaPortForward: `kubectl --namespace ${namespace} port-forward service/kibana ${LOCAL_PORT}:https`,
    username: SUPERUSER,
    passwordCommand: `kubectl --namespace ${namespace} get secret ${superuser?.name} --output go-template='{{.data.password | base64decode}}'`,
    elasticsearchUrl: elasticsearch.elasticsearch.endpoint.url,
  };
}
