import { at } from '../../manifests/kubernetes-object';
import { containersOf } from '../containers';
import type { Rule } from '../rule';

/** Images have a tag that does not move, or a digest. */
export const fixedImage: Rule = {
  name: 'fixed-image',
  reason: 'A tag that moves deploys something else tomorrow, and a restart is an upgrade.',
  check: (objects) =>
    containersOf(objects)
      .map((entry) => ({ ...entry, image: String(at(entry.container, 'image') ?? '') }))
      .filter(({ image }) => !image.includes('@sha256:') && !/:(?!latest$)[^/:]+$/.test(image))
      .map(({ object, name, image }) => ({
        object,
        message: `image of container ${name} must have a fixed tag or digest, got '${image}'; name a version`,
      })),
};
