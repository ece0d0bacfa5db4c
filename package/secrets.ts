import './requirements';

export { newValues, secretData, secretsToMake, secretType, type Values } from '../stacks/secrets';
