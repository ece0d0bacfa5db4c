export type { KeyPair } from './certificates';
export { secretData, secretType } from './data';
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
