import type { k8s } from 'cdk8s-plus-28';

import { configHash } from '../../core';
import type { ProvisionedObject } from '../provisioned-object';

/** Name of the file that holds the body of `object`, in the directory of objects. */
export function fileName({ configMap }: ProvisionedObject): string {
  return `${configMap}.json`;
}

/** Text of the file that lists the objects; the program puts them in the order of their kinds. */
export function requestList(objects: readonly ProvisionedObject[]): string {
  const requests = objects.map((object) => {
    const { kind, name, path, dataStreams } = object;
    return { kind, name, path, file: fileName(object), dataStreams };
  });
  return `${JSON.stringify(requests, null, 2)}\n`;
}

/** One sentence per object that is there more than once: the later one would overwrite the earlier one. */
export function repeatedObjects(objects: readonly ProvisionedObject[]): string[] {
  const names = objects.map(({ kind, name }) => `${kind} ${name}`);
  const repeated = new Set(names.filter((name, index) => names.indexOf(name) !== index));
  return [...repeated].map((name) => `objects of one kind must have different names, got ${name} twice; rename one`);
}

/** Name of the job that applies `files` in a pod of `template`; any others are another job, since none can be changed. */
export function jobName(name: string, files: Readonly<Record<string, string>>, template: k8s.PodTemplateSpec): string {
  const hash = Object.values(configHash({ ...files, pod: JSON.stringify(template) })).join('');
  return `${name}-${hash.slice(0, 8)}`;
}
