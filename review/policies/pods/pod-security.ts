import { at, type KubernetesObject, listAt } from '../../manifests/kubernetes-object';
import { type Container, containersOf } from '../containers';
import type { Rule } from '../rule';

const LEVEL = 'pod-security.kubernetes.io/enforce';

/** What PodSecurity `restricted` asks of a container: the field, what it must be, and whether it is. */
const RESTRICTED: readonly (readonly [string, string, (entry: Container) => boolean])[] = [
  ['runAsNonRoot', 'true', (entry) => setting(entry, 'runAsNonRoot') === true],
  ['allowPrivilegeEscalation', 'false', ({ container }) => context(container, 'allowPrivilegeEscalation') === false],
  ['capabilities.drop', 'ALL', ({ container }) => dropped(container).includes('ALL')],
  ['seccompProfile.type', 'RuntimeDefault', (entry) => at(setting(entry, 'seccompProfile'), 'type') !== undefined],
];

/**
 * Namespaces name the level of PodSecurity that they enforce, and pods meet it; a namespace that is not in the manifests
 * counts as `restricted`.
 */
export const podSecurity: Rule = {
  name: 'pod-security',
  reason: 'A pod that can become root on its node can read every log and every Secret there.',
  check: (objects) => [
    ...objects
      .filter(({ kind, metadata }) => kind === 'Namespace' && metadata.labels?.[LEVEL] === undefined)
      .map((object) => ({ object, message: `label ${LEVEL} must be set, got nothing; set it to restricted` })),
    ...containersOf(objects).flatMap((entry) => violations(entry, levelOf(objects, entry.object))),
  ],
};

function violations(entry: Container, level: string) {
  const { object, name, container, pod } = entry;
  const host = ['hostNetwork', 'hostPID', 'hostIPC'].filter((field) => at(pod, field) === true);
  const privileged = context(container, 'privileged') === true ? ['privileged'] : [];
  const missing =
    level === 'restricted'
      ? RESTRICTED.filter(([, , holds]) => !holds(entry)).map(
          ([field, value]) => `${field} of container ${name} must be ${value} in a restricted namespace; set it`,
        )
      : [];
  return [
    ...[...host, ...privileged].map((field) => `${field} of container ${name} must not be true; remove it`),
    ...missing,
  ].map((message) => ({ object, message }));
}

function levelOf(objects: readonly KubernetesObject[], { metadata: { namespace } }: KubernetesObject): string {
  const found = objects.find(({ kind, metadata }) => kind === 'Namespace' && metadata.name === namespace);
  return found?.metadata.labels?.[LEVEL] ?? 'restricted';
}

function context(container: unknown, field: string): unknown {
  return at(container, 'securityContext', field);
}

/** A setting of the container, or else of its pod. */
function setting({ container, pod }: Container, field: string): unknown {
  return context(container, field) ?? at(pod, 'securityContext', field);
}

function dropped(container: unknown): readonly unknown[] {
  return listAt(container, 'securityContext', 'capabilities', 'drop');
}
