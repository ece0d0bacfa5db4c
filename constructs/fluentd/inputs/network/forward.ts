import { referenceMistakes, type SecretReference, type SecretSpec, secretVariable } from '../../../core';
import { FORWARD_PORT } from '../../aggregator/endpoint';
import { ENV } from '../../paths';
import { source } from '../../plugins';
import { rubyFiles } from '../../ruby/required';
import type { InputContext, InputKind } from '../kind';
import { inputVariable } from '../own';
import {
  asMistakes,
  certificateFiles,
  certificateFootprint,
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
  serviceName,
} from './exposure';

/** Records of Fluent Bit and of other Fluentds, by their own protocol: over TLS, from those who know the key. */
export interface ForwardInput extends ListeningInput, InputCertificate {
  /**
   * Port of the Service.
   *
   * @default 24224
   */
  readonly port?: number;

  /**
   * The key that senders must know, in the key `shared_key` of a Secret that exists.
   *
   * @default - one that is made
   */
  readonly sharedKey?: SecretReference<'shared_key'>;
}

/** Bytes of all messages that are on their way: a large chunk of Fluent Bit is 2 MB, one of Fluentd in memory 8 MiB. */
const HELD = '64m';

/** Node agents send to an aggregator at the port of the protocol, so that the container listens on the next one. */
function exposedPort({ port = FORWARD_PORT }: ForwardInput) {
  const target = port === FORWARD_PORT ? FORWARD_PORT + 1 : undefined;
  return { name: 'forward', port, target, protocol: 'TCP' as const, path: ['port'] };
}

/**
 * Acknowledges what is in the buffer. What is sent again because its acknowledgement was lost has the identity that it had.
 *
 * @see https://github.com/fluent/fluentd/wiki/Forward-Protocol-Specification-v1.5
 */
export const FORWARD: InputKind<ForwardInput> = {
  tiers: ['node', 'aggregator'],
  mistakes: (options) => [
    ...listeningMistakes(options),
    ...portMistakes(['port'], options.port),
    ...asMistakes(referenceMistakes('sharedKey', options.sharedKey, ['shared_key']), 'sharedKey'),
    ...inputCertificateMistakes(options),
  ],
  // Fluentd takes heartbeats at the port of the same number, though no Service leads there.
  ports: (options) => listeningPorts([exposedPort(options), { ...exposedPort(options), protocol: 'UDP' }]),
  footprint: (options, context) => {
    const certificate = certificateFootprint(options, context);
    return {
      ...exposure(options, [exposedPort(options)], context),
      ...certificate,
      env: [keyVariable(options, context)],
      secrets: [...certificate.secrets, ...(options.sharedKey ? [] : [keySecret(context)])],
      rubyFiles: rubyFiles('in_forwarded_logs'),
    };
  },
  parts: (options, context) => {
    const { cert_path, private_key_path } = certificateFiles(context);
    return {
      sources: [
        source.forwardedLogs({
          '@id': context.id,
          '@label': context.label,
          tag: context.name,
          bind: { env: ENV.pod },
          port: containerPort(exposedPort(options)),
          transport: { protocol: 'tls', cert_path, private_key_path, min_version: 'TLS1_2', max_version: 'TLS1_3' },
          foreign: true,
          max_held_size: HELD,
          security: { self_hostname: { env: ENV.pod }, shared_key: { env: keyVariable(options, context).name } },
        }),
      ],
    };
  },
};

function keyVariable({ sharedKey }: ForwardInput, context: InputContext) {
  const name = inputVariable(context, 'shared_key');
  return secretVariable(name, sharedKey ?? { secretName: keySecret(context).name }, 'shared_key');
}

function keySecret(context: InputContext): SecretSpec {
  return {
    kind: 'keys',
    name: `${serviceName(context)}-shared-key`,
    namespace: context.own.namespace,
    description: `Key that those who send to the input ${context.name} of ${context.own.name} must know`,
    keys: ['shared_key'],
  };
}
