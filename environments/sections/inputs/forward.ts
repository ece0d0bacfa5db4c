import { port, section } from '../../values';
import { inputCertificate, listening, secretReference } from './listening';

/** Records of Fluent Bit and of other Fluentds, by their own protocol. */
export const forward = section({
  ...listening,
  /** Port of the Service; 24224 when left out. */
  port: port.optional(),
  /** The key that senders must know; one is made when left out. */
  sharedKey: secretReference(['shared_key']).optional(),
  ...inputCertificate,
});
