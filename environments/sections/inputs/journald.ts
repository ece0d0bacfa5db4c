import { choice, flag, list, section, timeValue, words } from '../../values';

/** The journal of systemd on every node. */
export const journald = section({
  /** Units whose entries are read, e.g. `kubelet.service`; all when left out. */
  units: list(words, 1).optional(),
  /** Whether the entries of the kernel are read besides those of `units`; they are not when left out. */
  kernel: flag.optional(),
  /** Where the nodes keep it; `persistent`, in `/var/log/journal`, when left out. */
  storage: choice(['persistent', 'volatile']).optional(),
  /** How old the entries may be that are read of a journal that was never read before; a day when left out. */
  since: timeValue.optional(),
});
