import type { FieldChange } from '../diff/field-change';
import { amountOf } from '../diff/quantity';
import { at, isMapping, type KubernetesObject, listAt } from '../manifests/kubernetes-object';
import { replaced, type Verdict, verdict } from './effect';
import { podNames } from './pods';

const SIZE = /\.resources\.requests\.storage$/;

/** Names of the claims that a StatefulSet makes from one of its templates. */
export function claimNames(statefulSet: KubernetesObject, template: string): string[] {
  return podNames(statefulSet).map((pod) => `${template}-${pod}`);
}

/** Names of the claim templates of a StatefulSet. */
export function claimTemplates(statefulSet: KubernetesObject): string[] {
  return listAt(statefulSet, 'spec', 'volumeClaimTemplates').map((template) =>
    String(at(template, 'metadata', 'name')),
  );
}

/** What a difference in `volumeClaimTemplates` does; Pulumi replaces the StatefulSet, the claims there are stay as they are. */
export function claimTemplateVerdict(change: FieldChange, before: KubernetesObject, after: KubernetesObject): Verdict {
  const template = /\[([^\]]+)\]/.exec(change.path)?.[1] ?? '';
  if (isMapping(change.before) && change.after === undefined) {
    return replaced(
      `volumeClaimTemplates cannot be changed; the pods start without the volume '${template}', its claims ${claimNames(before, template).join(', ')} stay and nothing reads them`,
      { effect: 'data-loss', data: 'lost', steps: ['Move the data first, or keep the template.'] },
    );
  }
  if (change.before === undefined && isMapping(change.after)) {
    return replaced(`volumeClaimTemplates cannot be changed; the new volume '${template}' is empty`);
  }
  if (!SIZE.test(change.path)) {
    return replaced('volumeClaimTemplates cannot be changed; claims that exist keep what they have', {
      steps: [
        'Only new claims get what is changed. To move data to them, add a node set and remove this one when it is empty.',
      ],
    });
  }
  return amountOf(change.after) > amountOf(change.before)
    ? growth(change, template, before, after)
    : replaced('volumeClaimTemplates cannot be changed; a volume cannot shrink, claims that exist keep their size', {
        steps: ['To get smaller volumes, add a node set with them and remove this one when its data has moved.'],
      });
}

function growth({ after: size }: FieldChange, template: string, before: KubernetesObject, after: KubernetesObject) {
  const { name, namespace = 'default' } = after.metadata;
  const patch = JSON.stringify({ spec: { resources: { requests: { storage: size } } } });
  const kubectl = `kubectl --namespace ${namespace}`;
  return replaced('volumeClaimTemplates cannot be changed; all pods stop, and their volumes keep the old size', {
    steps: [
      'Grow the volumes without stopping a pod; the StorageClass must have allowVolumeExpansion:',
      ...claimNames(before, template).map(
        (claim) => `${kubectl} patch persistentvolumeclaim ${claim} --patch '${patch}'`,
      ),
      `${kubectl} delete statefulset ${name} --cascade=orphan`,
      'pulumi up --refresh    # creates the StatefulSet again, which adopts the running pods',
    ],
  });
}

/** What a difference in a claim does. */
export function claimVerdict({ field, before, after }: FieldChange, expandable: boolean | undefined): Verdict {
  if (SIZE.test(field)) {
    if (amountOf(after) < amountOf(before)) {
      return verdict('refused', 'a volume cannot shrink', {
        steps: ['Keep the size, or copy the data to a new claim.'],
      });
    }
    return expandable === true
      ? verdict('in-place', 'the volume grows')
      : verdict(
          'refused',
          'a volume grows only if its StorageClass has allowVolumeExpansion, which these manifests do not say',
          {
            steps: ['Set allowVolumeExpansion of the StorageClass, or check that it is set.'],
          },
        );
  }
  if (/\.volumeAttributesClassName$/.test(field)) return verdict('in-place', 'the volume gets other attributes');
  if (/\.spec\.(accessModes|selector|storageClassName|volumeName)/.test(field)) {
    return replaced('the claim is deleted and created again, its volume goes with it', {
      effect: 'data-loss',
      data: 'lost',
      steps: ['Make a claim of another name and copy the data.'],
    });
  }
  return verdict('refused', 'the spec of a claim cannot be changed');
}
