import type { SizedVolume, Surroundings } from '../../../constructs/fluentd/checks';
import { LOSING_ANNOTATION } from '../../../constructs/fluentd/checks/loss-budget';
import { officialGems, variantOf } from '../../../constructs/fluentd/plugins/images';
import { amountOf } from '../../diff/quantity';
import { at, type KubernetesObject, listAt } from '../../manifests/kubernetes-object';
import type { Container } from '../containers';
import { elasticsearchMajors } from '../stack/elasticsearch-major';
import type { MountedFile } from './mounted-files';

/** What Kubernetes gives a pod that does not say it. In seconds. */
const GRACE_PERIOD = 30;

const KINDS: Readonly<Record<string, string>> = {
  in: 'input',
  out: 'output',
  filter: 'filter',
  parser: 'parser',
  formatter: 'formatter',
};

/** What manifests say about where a configuration runs. */
export function surroundingsOf(
  { object, pod, container }: Container,
  objects: readonly KubernetesObject[],
  files: ReadonlyMap<string, MountedFile>,
): Surroundings {
  const memory = at(container, 'resources', 'limits', 'memory');
  const [serverMajor, ...others] = elasticsearchMajors(objects);
  const maxContentLength = maxContentLengthOf(objects);
  return {
    ...gemsOf(String(at(container, 'image') ?? '')),
    plugins: [...files.keys()].flatMap(pluginOf),
    volumes: listAt(container, 'volumeMounts').flatMap((mount) => sizedVolume(mount, object, pod, objects)),
    mayLose: String(object.metadata.annotations?.[LOSING_ANNOTATION] ?? '').split(','),
    ...(memory !== undefined && { memory: amountOf(memory) }),
    gracePeriod: Number(at(pod, 'terminationGracePeriodSeconds') ?? GRACE_PERIOD),
    ...(serverMajor !== undefined && others.length === 0 && { serverMajor: Number(serverMajor) }),
    ...(maxContentLength !== undefined && { maxContentLength }),
  };
}

/** What official images have is known; that of Fluentd itself has nothing else. */
function gemsOf(image: string): Pick<Surroundings, 'gems'> {
  const official = officialGems(variantOf(image) ?? 'unknown');
  if (official) return { gems: official };
  return { gems: /(?:^|\/)fluent\/fluentd(?::|@|$)/.test(image) ? [] : 'unknown' };
}

/** The plugin in a file, by the name that Fluentd looks for. */
function pluginOf(path: string): string[] {
  const [, kind = '', type] = /\/(in|out|filter|parser|formatter)_(\w+)\.rb$/.exec(path) ?? [];
  return type === undefined ? [] : [`${KINDS[kind]} ${type}`];
}

function sizedVolume(
  mount: unknown,
  object: KubernetesObject,
  pod: unknown,
  objects: readonly KubernetesObject[],
): SizedVolume[] {
  const name = at(mount, 'name');
  const volume = listAt(pod, 'volumes').find((candidate) => at(candidate, 'name') === name);
  const claims = [
    ...listAt(object.spec, 'volumeClaimTemplates').filter((claim) => at(claim, 'metadata', 'name') === name),
    at(volume, 'ephemeral', 'volumeClaimTemplate'),
    objects.find(
      ({ kind, metadata }) =>
        kind === 'PersistentVolumeClaim' &&
        metadata.namespace === object.metadata.namespace &&
        metadata.name === at(volume, 'persistentVolumeClaim', 'claimName'),
    ),
  ];
  const [size] = [
    at(volume, 'emptyDir', 'sizeLimit'),
    ...claims.map((claim) => at(claim, 'spec', 'resources', 'requests', 'storage')),
  ].filter((quantity) => quantity !== undefined);
  return size === undefined
    ? []
    : [{ name: String(name), mountPath: String(at(mount, 'mountPath')), size: amountOf(size) }];
}

/** `http.max_content_length` of `elasticsearch.yml`, if there is one. In bytes. */
function maxContentLengthOf(objects: readonly KubernetesObject[]): number | undefined {
  const texts = objects.map((object) => String(at(object, 'data', 'elasticsearch.yml') ?? ''));
  const [, count, unit = ''] = /^http\.max_content_length:\s*["']?(\d+)(kb|mb|gb)/im.exec(texts.join('\n')) ?? [];
  const power = ['kb', 'mb', 'gb'].indexOf(unit.toLowerCase()) + 1;
  return count === undefined ? undefined : Number(count) * 1024 ** power;
}
