import { at } from '../../manifests/kubernetes-object';
import { containersOf } from '../containers';
import type { Rule } from '../rule';
import { elasticsearchMajors } from './elasticsearch-major';

/** Major version that the image of a program of the stack speaks, by the repository of the image. */
const PROGRAMS: readonly (readonly [RegExp, RegExp])[] = [
  [/(?:^|\/)elasticsearch:/, /:(\d+)\./],
  [/(?:^|\/)kibana:/, /:(\d+)\./],
  [/(?:^|\/)fluentd-kubernetes-daemonset:/, /elasticsearch(\d+)/],
];

/** Elasticsearch, Kibana and the client in Fluentd have one major version. */
export const sameMajor: Rule = {
  name: 'same-major',
  reason: 'A server refuses the requests of a client of another major version.',
  check: (objects) => {
    const versions = containersOf(objects).flatMap(({ object, name, container }) => {
      const image = String(at(container, 'image') ?? '');
      const major = PROGRAMS.find(([program]) => program.test(image))?.[1].exec(image)?.[1];
      return major === undefined ? [] : [{ object, name, image, major }];
    });
    const [server] = elasticsearchMajors(objects);
    return versions
      .filter(({ major }) => server !== undefined && major !== server)
      .map(({ object, name, image }) => ({
        object,
        message: `image of container ${name} must be for the major version of Elasticsearch (${server}), got '${image}'; choose one of that version`,
      }));
  },
};
