// Made from codegen/fluentd/schemas by `npm run generate`; do not edit.

import type { Bool, Commented, Enum, Integer, List, Size, Text, Time } from './values';

/** Section `<inject>`. */
export interface Inject extends Commented {
  readonly hostname_key?: Text;

  readonly hostname?: Text;

  readonly worker_id_key?: Text;

  readonly tag_key?: Text;

  readonly time_key?: Text;

  /** @default 'float' */
  readonly time_type?: Enum<'float' | 'unixtime' | 'unixtime_millis' | 'unixtime_micros' | 'unixtime_nanos' | 'string'>;

  readonly time_format?: Text;

  /** @default true */
  readonly localtime?: Bool;

  /** @default false */
  readonly utc?: Bool;

  readonly timezone?: Text;

  /** @default [] */
  readonly time_format_fallbacks?: List;
}

/** Section `<extract>`. */
export interface Extract extends Commented {
  readonly tag_key?: Text;

  /** @default false */
  readonly keep_tag_key?: Bool;

  readonly time_key?: Text;

  /** @default false */
  readonly keep_time_key?: Bool;

  /** @default 'float' */
  readonly time_type?: Enum<'float' | 'unixtime' | 'string'>;

  readonly time_format?: Text;

  /** @default true */
  readonly localtime?: Bool;

  /** @default false */
  readonly utc?: Bool;

  readonly timezone?: Text;

  /** @default [] */
  readonly time_format_fallbacks?: List;
}

/** Section `<transport>`. */
export interface Transport extends Commented {
  /** Stands behind the name of the section. @default 'tcp' */
  readonly protocol?: 'tcp' | 'tls';

  /** The max size of socket receive buffer. SO_RCVBUF */
  readonly receive_buffer_size?: Size;

  /** The timeout time used to set linger option. @default 0 */
  readonly linger_timeout?: Integer;

  /** @default 'TLSv1_2' */
  readonly version?: Enum<'TLSv1_1' | 'TLSv1_2' | 'TLSv1_3' | 'TLS1_1' | 'TLS1_2' | 'TLS1_3'>;

  readonly min_version?: Enum<'TLSv1_1' | 'TLSv1_2' | 'TLSv1_3' | 'TLS1_1' | 'TLS1_2' | 'TLS1_3'>;

  readonly max_version?: Enum<'TLSv1_1' | 'TLSv1_2' | 'TLSv1_3' | 'TLS1_1' | 'TLS1_2' | 'TLS1_3'>;

  /** @default 'ALL:!aNULL:!eNULL:!SSLv2' */
  readonly ciphers?: Text;

  /** @default false */
  readonly insecure?: Bool;

  /** @default false */
  readonly ensure_fips?: Bool;

  readonly ca_path?: Text;

  readonly cert_path?: Text;

  readonly private_key_path?: Text;

  readonly private_key_passphrase?: Text;

  /** @default false */
  readonly client_cert_auth?: Bool;

  readonly ca_cert_path?: Text;

  readonly ca_private_key_path?: Text;

  readonly ca_private_key_passphrase?: Text;

  readonly cert_verifier?: Text;

  /** @default 2048 */
  readonly generate_private_key_length?: Integer;

  /** @default 'US' */
  readonly generate_cert_country?: Text;

  /** @default 'CA' */
  readonly generate_cert_state?: Text;

  /** @default 'Mountain View' */
  readonly generate_cert_locality?: Text;

  readonly generate_cert_common_name?: Text;

  /** @default '315360000s' */
  readonly generate_cert_expiration?: Time;

  /** @default 'sha256' */
  readonly generate_cert_digest?: Enum<'sha1' | 'sha256' | 'sha384' | 'sha512'>;
}
