export type { KeyPair } from './certificates';
export { secretData, secretType } from './data';
export { authorityId, newValue, newValues, type ValueSpec, type Values, valuesOf } from './values';
