import type { Directive, ParamValue } from '../../../../../constructs/fluentd/conf';

type Params = Readonly<Record<string, ParamValue>>;

const source = (params: Params, children: Directive[] = []): Directive => ({ name: 'source', params, children });
/** A `<match>` of everything. */
export const match = (params: Params, children: Directive[] = []): Directive => ({
  name: 'match',
  argument: '**',
  params,
  children,
});
const section = (name: string, params: Params = {}, children: Directive[] = []): Directive => ({
  name,
  params,
  children,
});

const PARSE = section('parse', { '@type': 'none' });
const TAIL = { '@type': 'tail', path: '/tmp/a', tag: 'a' };

/** A source that is right, with parameters besides. */
export const tail = (params: Params) => source({ ...TAIL, ...params }, [PARSE]);
const buffered = (params: Params) => match({ '@type': 'null' }, [section('buffer', params)]);

/** Configurations with one mistake each, and what is said of it. */
export const MISTAKES: Readonly<Record<string, readonly [Directive, string]>> = {
  'an element that there is not': [
    { name: 'fitler', argument: '**', params: { '@type': 'grep' } },
    '<fitler **> must be an element that can stand here (source, filter, match, label, worker, system), got "fitler"; write filter',
  ],
  'an element in the wrong place': [
    { name: 'label', argument: '@A', children: [tail({})] },
    '<label @A> <source @type tail> must be an element that can stand here (filter, match), got "source"; move it out',
  ],
  'a label without a name': [
    { name: 'label', children: [match({ '@type': 'null' })] },
    '<label> must have a name, got none; write it behind label',
  ],
  'a plugin without a type': [
    match({}),
    '<match **> @type must be given, since it names the output, got nothing; add it',
  ],
  'a plugin that is misspelt': [
    match({ '@type': 'elasticserch', hosts: 'a' }),
    '<match ** @type elasticserch> @type must be an output that Fluentd has, got "elasticserch"; write elasticsearch',
  ],
  'a plugin of another kind': [
    match({ '@type': 'grep' }),
    '<match ** @type grep> @type must be an output that Fluentd has, got "grep"; it is a filter',
  ],
  'a plugin that the image does not have': [
    match({ '@type': 's3', '@id': 'archive' }),
    '<match ** @type s3 @id archive> @type must be an output that its image has, got "s3"; build an image that has fluent-plugin-s3 (efk image writes its Dockerfile), or choose one that has it',
  ],
  'a plugin of a section that there is not': [
    source(TAIL, [section('parse', { '@type': 'jsn' })]),
    '<source @type tail> <parse> @type must be a parser that Fluentd has, got "jsn"; write json',
  ],
  'a section without the type of its plugin': [
    match({ '@type': 'copy' }, [section('store')]),
    '<match ** @type copy> <store> @type must be given, since it names the output, got nothing; add it',
  ],
  'a parameter that is misspelt': [
    tail({ pos_fiel: '/b' }),
    '<source @type tail> pos_fiel must be a parameter of the input tail, got "/b"; write pos_file',
  ],
  'a parameter that is unlike any other': [
    tail({ zzz: true }),
    '<source @type tail> zzz must be a parameter of the input tail, got true; correct the spelling or remove it',
  ],
  'a parameter that stands in a section': [
    match({ '@type': 'elasticsearch', chunk_limit_size: '8m' }),
    '<match ** @type elasticsearch> chunk_limit_size must be a parameter of the output elasticsearch, got "8m"; move it into <buffer>',
  ],
  'a parameter of another plugin of a section': [
    buffered({ '@type': 'memory', path: '/tmp/b' }),
    '<match ** @type null> <buffer> path must be a parameter of the buffer memory, got "/tmp/b"; correct the spelling or remove it',
  ],
  'a parameter of a nested section': [
    source({ '@type': 'tail', path: '/tmp/a', tag: 'a' }, [
      PARSE,
      section('group', {}, [section('rule', { limt: 1 })]),
    ]),
    '<source @type tail> <group> <rule> limt must be a parameter of <rule>, got 1; write limit',
  ],
  'a parameter of <system>': [
    section('system', { root_dri: '/a' }),
    '<system> root_dri must be a parameter of <system>, got "/a"; write root_dir',
  ],
  'a label of a plugin that emits nothing': [
    match({ '@type': 'null', '@label': '@A' }),
    '<match ** @type null> @label must be a parameter of the output null, got "@A"; correct the spelling or remove it',
  ],
  'a parameter that Fluentd has removed': [
    match({ '@type': 'forward', host: 'a' }),
    '<match ** @type forward> host must not be used any more, got "a"; Fluentd says: Use <server> section instead',
  ],
  'a required parameter that is missing': [
    source({ '@type': 'tail', tag: 'a' }, [PARSE]),
    '<source @type tail> path must be given, since the input tail requires it, got nothing; add it',
  ],
  'a required parameter of a plugin of a section': [
    source(TAIL, [section('parse', { '@type': 'csv' })]),
    '<source @type tail> <parse> keys must be given, since <parse> with the parser csv requires it, got nothing; add it',
  ],
  'a required section that is missing': [
    source(TAIL),
    '<source @type tail> must have <parse>, since the input tail requires it, got none; add it',
  ],
  'a section that there is not': [
    match({ '@type': 'elasticsearch' }, [section('bufer', { flush_interval: '5s' })]),
    '<match ** @type elasticsearch> <bufer> must be a section of the output elasticsearch (buffer, secondary, metadata), got "bufer"; write buffer',
  ],
  'a section of a plugin that has none': [
    match({ '@type': 'relabel', '@label': '@A' }, [section('buffer')]),
    '<match ** @type relabel> <buffer> must be a section of the output relabel (it has none), got "buffer"; remove it',
  ],
  'a section that is there twice': [
    match({ '@type': 'null' }, [section('buffer'), section('buffer')]),
    '<match ** @type null> must have <buffer> once at most, got 2; make them one',
  ],
  'nothing behind the name of a section': [
    source({ '@type': 'container_logs', pos_file: '/a', node_name: 'a' }, [section('route', { data_stream: '{}' })]),
    '<source @type container_logs> <route> must have name behind its name, got nothing; add it',
  ],
  'a wrong word behind the name of a section': [
    source({ '@type': 'forward' }, [{ name: 'transport', argument: 'tsl' }]),
    '<source @type forward> <transport tsl> protocol behind its name must be one of tcp, tls, got "tsl"; write tls',
  ],
  'a word that is none of the enum': [
    buffered({ overflow_action: 'blok' }),
    '<match ** @type null> <buffer> overflow_action must be one of throw_exception, block, drop_oldest_chunk, got "blok"; write block',
  ],
  'a time with a unit that Fluentd does not know': [
    buffered({ flush_interval: '500ms' }),
    '<match ** @type null> <buffer> flush_interval must be a time (seconds, or a whole number with s, m, h or d), got "500ms"; write for example 30s',
  ],
  'a size with a unit that Fluentd does not know': [
    buffered({ chunk_limit_size: '8Mi' }),
    '<match ** @type null> <buffer> chunk_limit_size must be a size (bytes, or a whole number with k, m, g or t), got "8Mi"; write for example 8m',
  ],
};

/** Configurations in which nothing is wrong. */
export const ACCEPTED: Readonly<Record<string, Directive>> = {
  'a source and its parser': tail({
    rotate_wait: '5s',
    follow_inodes: true,
    pos_file: '/tmp/b',
    read_lines_limit: 10,
    exclude_path: ['/b'],
  }),
  'values of the environment': match({
    '@type': 'elasticsearch',
    port: { env: 'PORT' },
    password: { env: 'A', base64: true },
  }),
  'a type of the environment': match({ '@type': { env: 'OUTPUT' }, anything: 1 }),
  'another name of a parameter': match({ '@type': 'null', log_level: 'info' }),
  'a parameter that is deprecated': { name: 'filter', argument: '**', params: { '@type': 'grep', regexp1: 'a b' } },
  'fields of any name': {
    name: 'filter',
    argument: '**',
    params: { '@type': 'record_transformer' },
    children: [section('record', { anything: '${tag}' })],
  },
  'parsers in parsers': source(TAIL, [
    section('parse', { '@type': 'multi_format' }, [section('pattern', { format: 'json', json_parser: 'oj' })]),
  ]),
  'the default type of a section': match({ '@type': 'file', path: '/tmp/a' }, [
    section('format', { output_tag: false }),
  ]),
  'a secondary output of the type of the first': match({ '@type': 'file', path: '/tmp/a' }, [
    section('secondary', { path: '/tmp/b' }),
  ]),
  'outputs in an output': match({ '@type': 'copy' }, [
    { name: 'store', argument: 'ignore_error', params: { '@type': 'relabel', '@label': '@A' } },
    section('store', { '@type': 'null' }),
  ]),
  'a worker': { name: 'worker', argument: '0', children: [tail({})] },
  'required parameters in a file that it includes': source({ '@type': 'tail' }, [
    { name: '@include', argument: 'a.conf' },
  ]),
  'a file that it includes': { name: '@include', argument: 'a.conf' },
};
