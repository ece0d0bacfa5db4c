import type { Mistake } from '../../../core';
import { filter } from '../../plugins';
import { rubyFiles } from '../../ruby/required';
import type { InputKind } from '../kind';
import { type AuditDropRule, auditDropMistakes, auditDropParams } from './audit-drop';
import { FILES, linesOf, pathMistakes } from './files';

/** The audit log that API servers write on control-plane nodes: who did what, and whether it was allowed. */
export interface AuditInput {
  /**
   * Where it is on the node. Rotated files beside it are read too. The folder is mounted, and made, empty, on nodes that have
   * none.
   *
   * @default '/var/log/kubernetes/audit/audit.log', as the documentation of Kubernetes has it
   */
  readonly path?: string;

  /**
   * Events that are not stored. One that fulfils any of the rules is dropped, and counted.
   *
   * @default - all are stored
   */
  readonly drop?: readonly AuditDropRule[];
}

/** @see https://kubernetes.io/docs/tasks/debug/debug-cluster/audit/#log-backend */
const USUAL_PATH = '/var/log/kubernetes/audit/audit.log';

/** What a request may bring (3 MiB) and its answer, in JSON. What is longer comes in pieces, since it is read as a whole. */
const LONGEST_EVENT = '8m';

/** Reads it as files are read; our filter makes events of the lines. */
export const AUDIT: InputKind<AuditInput> = {
  tiers: ['node'],
  mistakes: ({ path = USUAL_PATH, drop = [] }): Mistake[] => [
    ...(path.includes('*')
      ? [
          {
            path: ['path'],
            message: `must be the path of one file, without *, got ${JSON.stringify(path)}; rotated files are read without it`,
          },
        ]
      : pathMistakes(path, ['path'])),
    ...auditDropMistakes(drop),
  ],
  footprint: ({ path = USUAL_PATH }, context) => ({
    ...FILES.footprint({ paths: [path] }, context),
    rubyFiles: rubyFiles('in_node_files', 'filter_audit_events'),
  }),
  parts: ({ path = USUAL_PATH, drop = [] }, context) => ({
    sources: [linesOf([path, rotated(path)], context, LONGEST_EVENT)],
    filters: [
      filter.auditEvents('**', { input: context.name, ...(drop.length > 0 && { drop: auditDropParams(drop) }) }),
    ],
    fields: ['event', 'user', 'source', 'orchestrator', 'log', 'error', 'json'],
    pathField: 'path',
    ofNode: true,
  }),
};

/** The API server puts the time of rotation before the ending, `audit-2026-11-25T07-00-00.000.log`. */
function rotated(path: string): string {
  const [, stem, ending] = /^(.*?)(\.[^./]*)?$/.exec(path) ?? [];
  return `${stem}-*${ending ?? ''}`;
}
