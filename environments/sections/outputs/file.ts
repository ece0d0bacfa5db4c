import { section, timeValue, words } from '../../values';

/** Files on the node. */
export const file = section({
  /** Their folder. */
  hostPath: words,
  /** Age at which a file is removed. */
  deleteMinAge: timeValue,
});
