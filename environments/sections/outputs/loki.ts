import { section, textMap, words } from '../../values';
import { authority, user } from './references';

/** A Loki. */
export const loki = section({
  /** Its base URL. */
  url: words,
  /** The tenant of Loki; none when left out. */
  tenant: words.optional(),
  /** Further labels that all streams have; none when left out. */
  labels: textMap.optional(),
  /** User and password of HTTP Basic; none when left out. */
  credentials: user.optional(),
  /** The authority of its certificate; a public one when left out. */
  authority: authority.optional(),
});
