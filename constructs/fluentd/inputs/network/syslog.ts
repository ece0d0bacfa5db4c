import { countMistakes, type MemoryQuantity, type Mistake, mistakeIn, shown, toBytes } from '../../../core';
import { fluentdSize } from '../../limits';
import { source } from '../../plugins';
import { rubyFiles } from '../../ruby/required';
import type { InputKind } from '../kind';
import {
  type ClientAuthority,
  certificateFiles,
  certificateFootprint,
  clientAuthorityMistakes,
  type InputCertificate,
  inputCertificateMistakes,
} from './certificate';
import {
  containerPort,
  exposure,
  type ListeningInput,
  listeningMistakes,
  listeningPorts,
  portMistakes,
} from './exposure';

/** Messages of syslog from devices and hosts, by RFC 3164, RFC 5424, or what devices take for it. */
export interface SyslogInput extends ListeningInput, InputCertificate {
  /**
   * Port for datagrams. What the kernel drops of them is counted; what the network drops nobody knows.
   *
   * @default - none
   */
  readonly udp?: number;

  /**
   * Port for connections without TLS. Messages may end with a line break or have their length before them, from each sender
   * as it likes.
   *
   * @default - none
   */
  readonly tcp?: number;

  /**
   * Port for connections with TLS, 6514 by RFC 5425.
   *
   * @default - none
   */
  readonly tls?: number;

  /**
   * Authority of the certificates that senders must have, in the key `ca.crt`; with `tls` only.
   *
   * @default - senders need none
   */
  readonly clients?: ClientAuthority;

  /**
   * Zone of times that say none, as those of RFC 3164: a name of the time zone database or an offset, `Europe/Berlin` or
   * `+09:00`.
   *
   * @default 'UTC'
   */
  readonly zone?: string;

  /**
   * Size at which a message goes on in a further event.
   *
   * @default '64Ki'
   */
  readonly maxMessageSize?: MemoryQuantity;

  /**
   * Connections at a time, of each port; more are refused.
   *
   * @default 500
   */
  readonly maxConnections?: number;
}

const PROTOCOLS = ['udp', 'tcp', 'tls'] as const;
const ZONE = /^([A-Za-z][\w+-]*(\/[A-Za-z][\w+-]*)*|[+-]\d\d:?\d\d)$/;

function exposedPorts(options: SyslogInput) {
  return PROTOCOLS.flatMap((name) => {
    const port = options[name];
    const protocol = name === 'udp' ? ('UDP' as const) : ('TCP' as const);
    return port === undefined ? [] : [{ name, port, protocol, path: [name] }];
  });
}

/** @see https://www.rfc-editor.org/rfc/rfc5424 */
export const SYSLOG: InputKind<SyslogInput> = {
  tiers: ['node', 'aggregator'],
  mistakes: (options) => [
    ...listeningMistakes(options),
    ...PROTOCOLS.flatMap((name) => portMistakes([name], options[name])),
    ...(exposedPorts(options).length > 0
      ? []
      : [{ path: [], message: 'must have a port, got none of udp, tcp and tls; write for example tcp: 514' }]),
    ...inputCertificateMistakes(options),
    ...clientAuthorityMistakes(options.clients),
    ...withoutTls(options),
    ...boundMistakes(options),
  ],
  ports: (options) => listeningPorts(exposedPorts(options)),
  footprint: (options, context) => ({
    ...exposure(options, exposedPorts(options), context),
    ...(options.tls !== undefined && certificateFootprint(options, context, options.clients)),
    rubyFiles: rubyFiles('in_syslog_messages'),
  }),
  parts: (options, context) => ({
    fields: ['log', 'source', 'event', 'error'],
    sources: exposedPorts(options).map(({ name: protocol, port }) => {
      const { cert_path, private_key_path, authority } = certificateFiles(context);
      return source.syslogMessages({
        '@id': `${context.id}-${protocol}`,
        '@label': context.label,
        tag: context.name,
        protocol,
        port: containerPort({ port }),
        ...(options.zone !== undefined && { zone: options.zone }),
        ...(options.maxMessageSize !== undefined && { max_message_size: fluentdSize(options.maxMessageSize) }),
        ...(protocol !== 'udp' && options.maxConnections !== undefined && { max_connections: options.maxConnections }),
        ...(protocol === 'tls' && { cert_path, private_key_path }),
        ...(protocol === 'tls' && options.clients && { client_ca_path: authority }),
      });
    }),
  }),
};

function withoutTls({ tls, certificate, hostNames, clients }: SyslogInput): Mistake[] {
  if (tls !== undefined) return [];
  return Object.entries({ certificate, hostNames, clients }).flatMap(([key, value]) =>
    value === undefined
      ? []
      : [{ path: [key], message: `must come with tls, got ${shown(value)}; add tls: 6514 or remove it` }],
  );
}

function boundMistakes({ zone, maxMessageSize = '64Ki', maxConnections = 500 }: SyslogInput): Mistake[] {
  const size = toBytes(maxMessageSize);
  return [
    ...mistakeIn(
      ['zone'],
      zone === undefined || ZONE.test(zone),
      'a name of the time zone database or an offset',
      zone,
      'write for example Europe/Berlin or +09:00',
    ),
    ...mistakeIn(
      ['maxMessageSize'],
      size >= 1024 && size <= 1024 ** 2,
      'a size from 1Ki to 1Mi',
      maxMessageSize,
      'choose one in that range',
    ),
    ...countMistakes(['maxConnections'], maxConnections, 5000),
  ];
}
