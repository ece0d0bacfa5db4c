import type { Directive, Text } from '../conf';
import * as elements from './elements';

/** Parameters and sections of a plugin that is not known here, in Fluentd's own names. */
export interface OtherParams {
  /** A value, or a section with its parameters; several of one name as a list. */
  readonly [name: string]:
    | Text
    | number
    | boolean
    | readonly string[]
    | OtherParams
    | readonly OtherParams[]
    | undefined;
}

/** `<source>` with a plugin that is not known here. */
export const source = (type: string, params: OtherParams = {}): Directive => elements.source(type, params);

/** `<filter>` with a plugin that is not known here. */
export const filter = (type: string, pattern: string, params: OtherParams = {}): Directive =>
  elements.filter(type, pattern, params);

/** `<match>` with a plugin that is not known here. */
export const match = (type: string, pattern: string, params: OtherParams = {}): Directive =>
  elements.match(type, pattern, params);
