import { count, memoryQuantity, port, section, words } from '../../values';
import { authorityReference, inputCertificate, listening } from './listening';

/** Messages of syslog from devices and hosts. */
export const syslog = section({
  ...listening,
  /** Port for datagrams; none when left out. */
  udp: port.optional(),
  /** Port for connections without TLS; none when left out. */
  tcp: port.optional(),
  /** Port for connections with TLS; none when left out. */
  tls: port.optional(),
  ...inputCertificate,
  /** Authority of the certificates that senders must have; they need none when left out. */
  clients: authorityReference.optional(),
  /** Zone of times that say none; UTC when left out. */
  zone: words.optional(),
  /** Size at which a message goes on in a further event; 64Ki when left out. */
  maxMessageSize: memoryQuantity.optional(),
  /** Connections of each port at a time; 500 when left out. */
  maxConnections: count(1, 5000).optional(),
});
