export type { Access } from './access';
export { Cdk8sApp, type Cdk8sAppOptions } from './cdk8s-app';
export type { ObjectOptions } from './charts';
export { EfkStack, type EfkStackOptions } from './efk-stack';
export type { Manifest } from './kubernetes-object';
