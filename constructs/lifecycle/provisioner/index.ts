export { PROGRAM } from './program.generated';
export { Provisioner, type ProvisionerProps } from './provisioner';
