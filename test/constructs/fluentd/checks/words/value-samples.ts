import type { ParamType } from '../../../../../constructs/fluentd/plugins/definitions';

/** Values of every type: those that are right, and those that are not. */
export const VALUES: readonly (readonly [ParamType, readonly string[], readonly string[]])[] = [
  ['string', ['', 'a', '1', '['], []],
  ['any', ['', '{'], []],
  ['bool', ['true', 'false', 'yes', 'no', ''], ['True', 'on', '1']],
  ['integer', ['0', '-1', '24224'], ['1.5', '1k', '', 'a']],
  ['float', ['0', '-1', '0.5', '.5', '1e3'], ['1s', '', 'a', '.']],
  ['time', ['0', '0.5', '-1', '30s', '5m', '1h', '7d'], ['500ms', '1m30s', '0.5s', '1.5h', '5S', '1w', '3 days', '']],
  ['size', ['0', '-1', '1024', '8m', '8M', '8MB', '64k', '2g', '1t'], ['1.5g', '8Mi', '8 m', '8b', '1p', '']],
  ['array', ['a', 'a,b', '', '["a"]', '[]', '["a",\n"b"]'], ['[a', '["a"', '["a",]']],
  ['hash', ['a:b', 'a:b,c:d', '', '{}', '{"a":1}'], ['a', '{a:b}', '{"a":1', '["a"]']],
  ['regexp', ['a', '/a/', '/a/i', '/a/im', '/a\nb/', ''], ['/a', '/a/imx', '/']],
];
