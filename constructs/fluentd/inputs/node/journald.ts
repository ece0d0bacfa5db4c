import { isTimeValue, type Mistake, mistakeIn, type TimeValue } from '../../../core';
import { ENV } from '../../paths';
import { source } from '../../plugins';
import { rubyFiles } from '../../ruby/required';
import type { InputKind } from '../kind';

/** The journal of systemd on every node: what the services of the node and the kernel say. */
export interface JournaldInput {
  /**
   * Units whose entries are read, e.g. `kubelet.service`, with what systemd says about them.
   *
   * @default - all, and the kernel
   */
  readonly units?: readonly string[];

  /**
   * Whether the entries of the kernel are read besides those of `units`.
   *
   * @default false
   */
  readonly kernel?: boolean;

  /**
   * Where the nodes keep it, as `Storage=` of journald says: `persistent` in `/var/log/journal`, or `volatile` in
   * `/run/log/journal`. The folder must be there, or the pod does not start.
   *
   * @default 'persistent'
   */
  readonly storage?: 'persistent' | 'volatile';

  /**
   * How old the entries may be that are read of a journal that was never read before.
   *
   * @default '1d'
   */
  readonly since?: TimeValue;
}

const FOLDERS = { persistent: '/var/log/journal', volatile: '/run/log/journal' } as const;

/** @see https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html */
const UNIT = /^[A-Za-z0-9:_.\\@-]{1,244}\.(service|socket|device|mount|automount|swap|target|path|timer|slice|scope)$/;

/** Reads the journal with a plugin of ours. */
export const JOURNALD: InputKind<JournaldInput> = {
  tiers: ['node'],
  // Our plugin reads with the library that comes with it.
  gem: 'fluent-plugin-systemd',
  mistakes: ({ units, kernel, since }): Mistake[] => [
    ...mistakeIn(['units'], units?.length !== 0, 'at least one unit', units, 'name one, or leave it out for all'),
    ...(units ?? []).flatMap((unit, index) =>
      mistakeIn(
        ['units', index],
        UNIT.test(unit),
        'the name of a unit with its type',
        unit,
        'write for example kubelet.service',
      ),
    ),
    ...mistakeIn(
      ['kernel'],
      kernel === undefined || units !== undefined,
      'given with units alone, since without them all is read',
      kernel,
      'remove it, or name units',
    ),
    ...mistakeIn(['since'], since === undefined || isTimeValue(since), 'a time such as 12h', since, 'correct it'),
  ],
  footprint: ({ storage = 'persistent' }, { id }) => ({
    // No other type: it would be made on a node that has none, and journald would write there from then on.
    volumes: [{ name: id, hostPath: { path: FOLDERS[storage], type: 'Directory' } }],
    mounts: [{ name: id, mountPath: FOLDERS[storage], readOnly: true }],
    env: [{ name: ENV.node, valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } }],
    rubyFiles: rubyFiles('in_journal'),
  }),
  parts: ({ units, kernel, storage = 'persistent', since }, { name, id, label, state }) => ({
    sources: [
      source.journal({
        '@id': id,
        '@label': label,
        tag: name,
        path: FOLDERS[storage],
        pos_file: `${state}/journal.cursor`,
        node_name: { env: ENV.node },
        ...(units && { units: [...units] }),
        ...(kernel !== undefined && { kernel }),
        ...(since !== undefined && { since }),
      }),
    ],
    fields: ['log', 'process', 'service', 'kubernetes'],
  }),
};
