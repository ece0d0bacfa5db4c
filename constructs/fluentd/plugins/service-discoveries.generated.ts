// Made from codegen/fluentd/schemas by `npm run generate`; do not edit.

import type { Bool, Commented, Integer, OneOrMore, Plugin, Text, Typed } from './values';

/** What every sd takes. */
export interface CommonServiceDiscovery extends Plugin {
  /** Allows the user to set different levels of logging for each plugin. */
  readonly '@log_level'?: Text;
}

/** Parameters of the sd `file`. */
export interface FileServiceDiscovery extends CommonServiceDiscovery {
  /** @default '/etc/fluent/sd.yaml' */
  readonly path?: Text;

  /** @default 'utf-8' */
  readonly conf_encoding?: Text;
}

/** Parameters of the sd `srv`. */
export interface SrvServiceDiscovery extends CommonServiceDiscovery {
  /** Service without underscore in RFC2782 */
  readonly service: Text;

  /** Proto without underscore in RFC2782 @default 'tcp' */
  readonly proto?: Text;

  /** Name in RFC2782 */
  readonly hostname: Text;

  /** hostname of DNS server to request the SRV record */
  readonly dns_server_host?: Text;

  /** interval of requesting to DNS server @default 60 */
  readonly interval?: Integer;

  /** resolve hostname to IP addr of SRV's Target @default true */
  readonly dns_lookup?: Bool;

  /** The shared key per server */
  readonly shared_key?: Text;

  /** The username for authentication @default '' */
  readonly username?: Text;

  /** The password for authentication @default '' */
  readonly password?: Text;
}

/** Section `<service>`. */
export interface StaticServiceDiscoveryService extends Commented {
  /** The IP address or host name of the server. */
  readonly host: Text;

  /** The name of the server. Used for logging and certificate verification in TLS transport (when host is address). */
  readonly name?: Text;

  /** The port number of the host. @default 24224 */
  readonly port?: Integer;

  /** The shared key per server. */
  readonly shared_key?: Text;

  /** The username for authentication. @default '' */
  readonly username?: Text;

  /** The password for authentication. @default '' */
  readonly password?: Text;

  /** Marks a node as the standby node for an Active-Standby model between Fluentd nodes. @default false */
  readonly standby?: Bool;

  /** The load balancing weight. @default 60 */
  readonly weight?: Integer;
}

/** Parameters of the sd `static`. */
export interface StaticServiceDiscovery extends CommonServiceDiscovery {
  /** Section `<service>`. */
  readonly service?: OneOrMore<StaticServiceDiscoveryService>;
}

/** Parameters of every sd, by type. */
export interface ServiceDiscoveries {
  readonly file: FileServiceDiscovery;
  readonly srv: SrvServiceDiscovery;
  readonly static: StaticServiceDiscovery;
}

/** Section `<service_discovery>`, with any sd. */
export type ServiceDiscovery = Typed<ServiceDiscoveries>;
