import type { k8s } from 'cdk8s-plus-28';

import {
  authoritySource,
  keyFiles,
  type Mistake,
  mistakeIn,
  referenceMistakes,
  type SecretReference,
  shown,
} from '../../../core';
import type { Footprint } from '../../footprint';
import { type KafkaServers, kafkaEgress, kafkaServerMistakes } from '../../kafka';
import { source } from '../../plugins';
import { rubyFiles } from '../../ruby/required';
import type { InputContext, InputKind } from '../kind';
import { asMistakes } from '../network/certificate';
import { inputFolder, inputVolume, userVariables } from '../own';

/** Messages of topics of Kafka. */
export interface KafkaInput extends KafkaServers {
  /** Names of the topics; they must exist. */
  readonly topics: readonly string[];

  /** Name of the group of consumers whose members share the partitions: all pods of this input, and nobody else. */
  readonly group: string;

  /**
   * Where the group begins in a partition that it has never read: with the oldest message that there is, or with what comes
   * from then on.
   *
   * @default 'earliest'
   */
  readonly start?: 'earliest' | 'latest';

  /**
   * What the value of a message is: a text, or an object of JSON whose `message` is the text.
   *
   * @default 'text'
   */
  readonly value?: 'text' | 'json';

  /**
   * A certificate by which the consumer proves who it is, in the keys `tls.crt` and `tls.key`.
   *
   * @default - none
   */
  readonly certificate?: SecretReference<'tls.crt' | 'tls.key'>;
}

const TOPIC = /^(?!\.{1,2}$)[\w.-]{1,249}$/;
const OWN_FILES = ['tls.crt', 'tls.key'] as const;

/** A message is stored once: where it stands is its identity. The pods of an aggregator are members of one group. */
export const KAFKA: InputKind<KafkaInput> = {
  tiers: ['aggregator'],
  gem: 'rdkafka',
  mistakes: (options) => [
    ...kafkaServerMistakes(options),
    ...topicMistakes(options),
    ...asMistakes(referenceMistakes('credentials', options.credentials, ['username', 'password']), 'credentials'),
    ...(options.authority === 'public'
      ? []
      : asMistakes(referenceMistakes('authority', options.authority, ['ca.crt']), 'authority')),
    ...asMistakes(referenceMistakes('certificate', options.certificate, OWN_FILES), 'certificate'),
  ],
  footprint: (options, context) => ({
    ...files(options, context),
    env: credentials(options, context),
    egress: kafkaEgress(options),
    rubyFiles: rubyFiles('in_kafka_messages'),
  }),
  parts: (options, context) => {
    const { brokers, topics, group, start, value, mechanism, certificate, authority = 'public' } = options;
    const [user, password] = credentials(options, context);
    const folder = inputFolder(context);
    return {
      fields: ['log', 'kafka', 'event', 'error', 'json'],
      sources: [
        source.kafkaMessages({
          '@id': context.id,
          '@label': context.label,
          tag: context.name,
          brokers: [...brokers],
          topics: [...topics],
          group,
          ...(start && { begin_at: start }),
          ...(value && { value }),
          ...(authority !== 'public' && { ca_path: `${folder}/ca.crt` }),
          ...(certificate && { cert_path: `${folder}/tls.crt`, private_key_path: `${folder}/tls.key` }),
          ...(user && password && { user: { env: user.name }, password: { env: password.name } }),
          ...(mechanism && { mechanism }),
        }),
      ],
    };
  },
};

function credentials({ credentials: user }: KafkaInput, context: InputContext): k8s.EnvVar[] {
  return user ? userVariables(context, user) : [];
}

/** The authority and the certificate as files. */
function files({ authority = 'public', certificate }: KafkaInput, context: InputContext): Footprint {
  const sources: k8s.VolumeProjection[] = [
    ...(authority === 'public' ? [] : [authoritySource(authority)]),
    ...(certificate ? [{ secret: { name: certificate.secretName, items: keyFiles(certificate, OWN_FILES) } }] : []),
  ];
  if (sources.length === 0) return {};
  const name = inputVolume(context);
  return {
    volumes: [{ name, projected: { sources } }],
    mounts: [{ name, mountPath: inputFolder(context), readOnly: true }],
  };
}

function topicMistakes({ topics, group, start, value }: KafkaInput): Mistake[] {
  const bound = 'the name of a topic (letters, digits, ., _ and -; at most 249 characters)';
  return [
    ...(topics.length === 0 ? [{ path: ['topics'], message: 'must not be empty, got []; name a topic' }] : []),
    ...topics.flatMap((topic, index) => [
      ...mistakeIn(['topics', index], TOPIC.test(topic), bound, topic, 'correct it'),
      ...(topics.indexOf(topic) === index
        ? []
        : [{ path: ['topics', index], message: `must be there once, got ${shown(topic)} again; remove one` }]),
    ]),
    ...mistakeIn(
      ['group'],
      /^[\w.-]{1,249}$/.test(group ?? ''),
      'the name of a group (letters, digits, ., _ and -; at most 249 characters)',
      group,
      'write for example logs-production',
    ),
    ...choiceMistakes('start', start, ['earliest', 'latest']),
    ...choiceMistakes('value', value, ['text', 'json']),
  ];
}

function choiceMistakes(key: string, got: string | undefined, known: readonly string[]): Mistake[] {
  return mistakeIn([key], got === undefined || known.includes(got), known.join(' or '), got, 'choose one');
}
