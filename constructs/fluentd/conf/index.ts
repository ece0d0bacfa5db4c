export type {
  Directive,
  EnvVariable,
  Evaluated,
  Label,
  ParamValue,
  ParsedDirective,
  RubyCode,
  Text,
} from './directive';
export { type ReadFile, withIncludes } from './include';
export { parse, tryParse } from './parse';
export { openingTag, render } from './render';
export { ConfParseError } from './scanner';
export { type Located, walk } from './walk';
