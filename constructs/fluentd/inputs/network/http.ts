import {
  type MemoryQuantity,
  type Mistake,
  mistakeIn,
  referenceMistakes,
  type SecretReference,
  type SecretSpec,
  secretVariable,
  shown,
  toBytes,
  type UserReference,
} from '../../../core';
import { fluentdSize } from '../../limits';
import { source } from '../../plugins';
import { rubyFiles } from '../../ruby/required';
import type { InputContext, InputKind } from '../kind';
import { inputVariable, userVariables } from '../own';
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

/** Events over HTTPS: JSON, an object or a list of them, or a line each, compressed or not. */
export interface HttpInput extends ListeningInput, InputCertificate {
  /**
   * Port of the Service.
   *
   * @default 9880
   */
  readonly port?: number;

  /**
   * The token that senders must know, `Authorization: Bearer <token>`, in the key `token` of a Secret that exists.
   *
   * @default - one that is made, unless there is a `user`
   */
  readonly token?: SecretReference<'token'>;

  /**
   * User with a password that senders may be instead, in a Secret that exists.
   *
   * @default - none
   */
  readonly user?: UserReference;

  /**
   * Largest body, compressed and not; a larger one is answered with 413.
   *
   * @default '10Mi'
   */
  readonly maxBodySize?: MemoryQuantity;
}

const DEFAULT_PORT = 9880;

function exposedPorts({ port = DEFAULT_PORT }: HttpInput) {
  return [{ name: 'https', port, protocol: 'TCP' as const, path: ['port'] }];
}

/** All that are read at a time, in bodies of the largest size. */
const AT_A_TIME = 6;

/** Answers 200 when events are in the buffer, and 503 when there is no room for them. */
export const HTTP: InputKind<HttpInput> = {
  tiers: ['node', 'aggregator'],
  mistakes: (options) => [
    ...listeningMistakes(options),
    ...portMistakes(['port'], options.port),
    ...asMistakes(referenceMistakes('token', options.token, ['token']), 'token'),
    ...asMistakes(referenceMistakes('user', options.user, ['username', 'password']), 'user'),
    ...inputCertificateMistakes(options),
    ...sizeMistakes(options),
  ],
  ports: (options) => listeningPorts(exposedPorts(options)),
  footprint: (options, context) => {
    const certificate = certificateFootprint(options, context);
    return {
      ...exposure(options, exposedPorts(options), context),
      ...certificate,
      env: credentials(options, context).map(({ variable }) => variable),
      secrets: [...certificate.secrets, ...(isMade(options) ? [tokenSecret(context)] : [])],
      rubyFiles: rubyFiles('in_http_events'),
    };
  },
  parts: (options, context) => {
    const { port = DEFAULT_PORT, maxBodySize } = options;
    const { cert_path, private_key_path } = certificateFiles(context);
    const largest = maxBodySize === undefined ? undefined : toBytes(maxBodySize);
    return {
      fields: ['log', 'source', 'event', 'error'],
      sources: [
        source.httpEvents({
          '@id': context.id,
          '@label': context.label,
          tag: context.name,
          port: containerPort({ port }),
          ...Object.fromEntries(
            credentials(options, context).map(({ param, variable }) => [param, { env: variable.name }]),
          ),
          ...(maxBodySize !== undefined && { max_body_size: fluentdSize(maxBodySize) }),
          ...(largest !== undefined && { max_pending_size: `${(largest * AT_A_TIME) / 1024}k` }),
          cert_path,
          private_key_path,
        }),
      ],
    };
  },
};

function isMade({ token, user }: HttpInput): boolean {
  return token === undefined && user === undefined;
}

/** Parameters with the variables that hold them. */
function credentials({ token, user }: HttpInput, context: InputContext) {
  const known = token ?? (user ? undefined : { secretName: tokenSecret(context).name });
  const [name, password] = user ? userVariables(context, user) : [];
  return [
    ...(known ? [{ param: 'token', variable: secretVariable(inputVariable(context, 'token'), known, 'token') }] : []),
    ...(name && password
      ? [
          { param: 'user', variable: name },
          { param: 'password', variable: password },
        ]
      : []),
  ];
}

function tokenSecret(context: InputContext): SecretSpec {
  return {
    kind: 'keys',
    name: `${serviceName(context)}-token`,
    namespace: context.own.namespace,
    description: `Token of those who send to the input ${context.name} of ${context.own.name}`,
    keys: ['token'],
  };
}

function sizeMistakes({ maxBodySize = '10Mi', user }: HttpInput): Mistake[] {
  const size = toBytes(maxBodySize);
  return [
    ...mistakeIn(
      ['maxBodySize'],
      size >= 1024 && size <= 64 * 1024 ** 2,
      'a size from 1Ki to 64Mi, since bodies are in memory',
      maxBodySize,
      'send less at a time',
    ),
    ...(user?.username === undefined || !/[:\n]/.test(user.username)
      ? []
      : [{ path: ['user', 'username'], message: `must have no colon, got ${shown(user.username)}; rename the user` }]),
  ];
}
