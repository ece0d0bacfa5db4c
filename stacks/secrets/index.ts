export type { KeyPair } from './certificates';
export type { SaltedSecret } from './credentials';
export { secretData, secretType } from './data';
export { AUTHORITY_EXPIRES_ANNOTATION, CERTIFICATE_EXPIRES_ANNOTATION, expiryAnnotations } from './expiry';
export { secretsToRestartFor } from './pod-secrets';
export { secretsToMake } from './secrets-to-make';
export {
  AUTHORITY_PLACES,
  type AuthorityPlace,
  authorityId,
  newValue,
  newValues,
  type ValueSpec,
  type Values,
  valuesOf,
} from './values';
