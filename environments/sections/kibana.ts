import { objectName } from '../names';
import { count, hostName, memoryQuantity, section } from '../values';

/** The user interface. */
export const kibana = section({
  /** Number of pods. */
  replicas: count(1, 20),
  /** Memory of a pod. */
  memory: memoryQuantity.default('2Gi'),
  /** Host name under which an Ingress publishes Kibana; no Ingress when left out. */
  ingressHost: hostName.optional(),
  /** IngressClass of the Ingress; the cluster's default class when left out. */
  ingressClassName: objectName.optional(),
  /** Secret with the certificate of the Ingress host; made by other hands. */
  ingressTlsSecretName: objectName.optional(),
});
