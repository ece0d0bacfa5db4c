import { list, section, words } from '../../values';

/** Log files of every node that no container writes to its standard output. */
export const files = section({
  /** Absolute paths, in whose last part `*` stands for any characters. */
  paths: list(words, 1),
});
