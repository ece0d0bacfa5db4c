import type { ServiceToken } from '../constructs/core';

/** User of Elasticsearch that appends logs to the data streams of all routes, and can do nothing else. */
export const FLUENTD_USER = 'fluentd';

/** User of Elasticsearch that applies lifecycle policies and index templates. */
export const PROVISIONER_USER = 'provisioner';

/** Service token by which Kibana authenticates; Elasticsearch defines what the account may do. */
export const KIBANA_TOKEN: ServiceToken = { account: 'elastic/kibana', tokenName: 'kibana' };
