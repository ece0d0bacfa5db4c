import { DashboardLinkBuilder } from '@grafana/grafana-foundation-sdk/dashboard';

import { runbookPage } from './runbooks';

/** Schemes of links to places that only an environment knows; the construct puts the addresses in their place. */
export const RUNBOOK = 'runbook:';

/** See `RUNBOOK`. */
export const KIBANA = 'kibana:';

/** To the runbook of an alert: its section on the page of its component. */
export function runbookLink(alert: string): DashboardLinkBuilder {
  return link('Runbook', `${RUNBOOK}${runbookPage(alert)}#${alert.toLowerCase()}`);
}

/** To the logs of a query of Kibana (KQL), in the time that the dashboard shows. */
export function discoverLink(title: string, query: string): DashboardLinkBuilder {
  const time = "_g=(time:(from:'${__from:date:iso}',to:'${__to:date:iso}'))";
  return link(title, `${KIBANA}/app/discover#/?${time}&_a=(query:(language:kuery,query:'${encodeURI(query)}'))`);
}

/** To another dashboard of ours, with the time and the variables of this one. */
export function dashboardLink(title: string, uid: string, variables = ''): DashboardLinkBuilder {
  const kept = '${datasource:queryparam}&${cluster:queryparam}&${__url_time_range}';
  return link(title, `/d/${uid}?${variables}${variables && '&'}${kept}`);
}

function link(title: string, url: string): DashboardLinkBuilder {
  return new DashboardLinkBuilder(title).url(url).targetBlank(!url.startsWith('/'));
}
