import { z } from 'zod';

import { namespaceGlob, ownName } from '../names';
import { list, memoryQuantity, section, shown, text } from '../values';
import { retentionClass } from './retention';
import { treatment } from './treatments';
import { rateLimit } from './volume';

/** The name of a user of Elasticsearch. */
export const userName = text(
  /^[a-z]([-a-z0-9]{0,38}[a-z0-9])?$/,
  'the name of a user (lower-case letters, digits and dashes, starting with a letter, at most 40 characters)',
  'rename it',
);

/** Who may read the logs of some routes, and nothing else. */
export const reader = section({
  /** The routes. */
  routes: list(z.string(), 1),
  /** Users of Elasticsearch that are made for it, each with a Secret that holds its password. */
  users: list(userName).optional(),
});

/** A team, with everything that its logs need. */
export const tenant = section({
  /** Its Kubernetes namespaces, names or globs; their logs take a route that is named after the tenant. */
  namespaces: list(namespaceGlob, 1),
  /** How long its logs are kept: a key of `retention`, or a class of its own. */
  retention: z.union([ownName, retentionClass], {
    error: ({ input }) =>
      `must be the name of a retention class or an object with the keys of one, got ${shown(input)}; write for example { deleteMinAge: '30d' }`,
  }),
  /** Logs of a day that are expected, as applications write them. Not counted when left out. */
  dailyIngest: memoryQuantity.optional(),
  /** What is done to its logs; without `select` to those of all its containers. */
  treatments: list(treatment).optional(),
  /** How many lines each of its containers may write, unless a treatment says it; any number when left out. */
  rateLimit: rateLimit.optional(),
  /** Its part of the collector's buffer; an equal part of what others leave, when left out. */
  bufferSize: memoryQuantity.optional(),
  /** Outputs that get its logs, by name; `elasticsearch`, which is that of the stack, when left out. */
  to: list(z.string(), 1).optional(),
  /** Users of Elasticsearch that may read its logs and no others, made with a password each; none when left out. */
  readers: list(userName).optional(),
});
