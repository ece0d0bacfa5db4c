import { AUDIT_CODES, AUDIT_LEVELS, AUDIT_STAGES, AUDIT_VERBS, type AuditCodeClass } from '../../../constructs/fluentd';
import { choice, list, section, value, words } from '../../values';

/** A status code, or a class of them. */
const code = value<number | AuditCodeClass>(
  (input) => typeof input === 'number' || AUDIT_CODES.some((each) => each === input),
  'a status code, or a class such as 2xx',
  'correct it',
);

/** The audit log that API servers write on control-plane nodes. */
export const audit = section({
  /** Where it is on the node; `/var/log/kubernetes/audit/audit.log` when left out. */
  path: words.optional(),
  /** Events that are not stored: those that fulfil all that one of the rules says. */
  drop: list(
    section({
      /** Why, as a label of the metric. */
      reason: words,
      /** What the request does; anything when left out. */
      verbs: list(choice(AUDIT_VERBS), 1).optional(),
      /** Globs of names of users; anybody when left out. */
      users: list(words, 1).optional(),
      /** Plural names of resources such as `leases` and `pods/log`; any when left out. */
      resources: list(words, 1).optional(),
      /** Globs of namespaces; any when left out. */
      namespaces: list(words, 1).optional(),
      /** Status codes or classes of them such as `2xx`; any when left out. */
      codes: list(code, 1).optional(),
      /** How much of the request is in the event; any when left out. */
      levels: list(choice(AUDIT_LEVELS), 1).optional(),
      /** When the event was written; any when left out. */
      stages: list(choice(AUDIT_STAGES), 1).optional(),
    }),
    1,
  ).optional(),
});
