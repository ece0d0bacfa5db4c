import { list, port, section } from '../../values';

/** Events of the cluster. */
export const events = section({
  /** Ports of the API server; 443 and 6443 when left out. */
  apiPorts: list(port, 1).optional(),
});
