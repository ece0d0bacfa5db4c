import { memoryQuantity, port, section } from '../../values';
import { inputCertificate, listening, secretReference, userReference } from './listening';

/** Events over HTTPS, as JSON. */
export const http = section({
  ...listening,
  /** Port of the Service; 9880 when left out. */
  port: port.optional(),
  /** The token that senders must know; one is made when left out, unless there is a `user`. */
  token: secretReference(['token']).optional(),
  /** User with a password that senders may be instead; none when left out. */
  user: userReference.optional(),
  ...inputCertificate,
  /** Largest body; 10Mi when left out. */
  maxBodySize: memoryQuantity.optional(),
});
