import type { Definition } from './schema';

/**
 * What plugins read without declaring it, so that no dump has it: sections that they look for themselves, and sections
 * without which they do not start. By kind and type, with the file of the gem that says so.
 */
export const UNDECLARED: Readonly<Record<string, Definition>> = {
  // filter_record_transformer.rb
  'filter record_transformer': { sections: { record: { open: true, multi: true } } },
  // filter_record_modifier.rb, out_record_modifier.rb
  'filter record_modifier': { sections: { record: { open: true, multi: true } } },
  'output record_modifier': { sections: { record: { open: true, multi: true } } },
  // parser_multi_format.rb
  'parser multi_format': {
    sections: { pattern: { plugin: 'parser', type_param: 'format', required: true, multi: true } },
  },
  // parser_cri.rb
  'parser cri': { sections: { parse: { plugin: 'parser', params: { '@type': { type: 'string', required: true } } } } },
  // out_loki.rb
  'output loki': { sections: { label: { open: true } } },
  // prometheus.rb
  'filter prometheus': { sections: prometheusSections() },
  'output prometheus': { sections: prometheusSections() },
  'input prometheus_monitor': { sections: { labels: { open: true } } },
  'input prometheus_output_monitor': { sections: { labels: { open: true } } },
  'input prometheus_tail_monitor': { sections: { labels: { open: true } } },
  // in_tail.rb, in_tcp.rb, in_udp.rb, filter_parser.rb: "<parse> section is required."
  'input tail': { sections: { parse: { required: true } } },
  'input tcp': { sections: { parse: { required: true } } },
  'input udp': { sections: { parse: { required: true } } },
  'filter parser': { sections: { parse: { required: true } } },
};

function prometheusSections(): Definition['sections'] {
  return {
    labels: { open: true },
    metric: {
      multi: true,
      params: {
        name: { type: 'string', required: true, desc: 'Name of the metric.' },
        type: {
          type: 'enum',
          list: ['counter', 'gauge', 'summary', 'histogram'],
          required: true,
          desc: 'What is done with the values.',
        },
        desc: { type: 'string', required: true, desc: 'What the metric says.' },
        key: { type: 'string', desc: 'The field that holds the value; a counter counts events without it.' },
        buckets: { type: 'string', desc: 'Upper bounds of a histogram, separated by commas.' },
        initialized: { type: 'bool', default: false, desc: 'Whether it is there before the first event.' },
      },
      sections: { labels: { open: true }, initlabels: { open: true, multi: true } },
    },
  };
}
