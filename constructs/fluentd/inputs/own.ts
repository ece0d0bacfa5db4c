import type { k8s } from 'cdk8s-plus-28';

import { secretVariable, type UserReference } from '../../core';
import { PATHS } from '../paths';
import type { InputContext } from './kind';

/** Name of the variable of an input that holds a part of a Secret. */
export function inputVariable({ name }: Pick<InputContext, 'name'>, what: string): string {
  return `INPUT_${name}_${what}`.replaceAll('-', '_').toUpperCase();
}

/** A user and a password, as variables, in this order. */
export function userVariables(context: Pick<InputContext, 'name'>, user: UserReference): [k8s.EnvVar, k8s.EnvVar] {
  const name = inputVariable(context, 'user');
  return [
    user.username === undefined ? secretVariable(name, user, 'username') : { name, value: user.username },
    secretVariable(inputVariable(context, 'password'), user, 'password'),
  ];
}

/** Folder in which an input has its files. */
export function inputFolder({ name }: Pick<InputContext, 'name'>): string {
  return `${PATHS.inputs}/${name}`;
}

/** Name of the volume with these files. */
export function inputVolume({ name }: Pick<InputContext, 'name'>): string {
  return `input-${name}`.slice(0, 63).replace(/-+$/, '');
}
