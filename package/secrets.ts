import './requirements';

export {
  type KeyPair,
  newValues,
  type SaltedSecret,
  secretData,
  secretsToMake,
  secretType,
  type Values,
} from '../stacks/secrets';
