import { section } from '../../values';

/** The collector's own log. */
export const stdout = section({});
