/** Where the links of dashboards lead, which only an environment knows. */
export interface DashboardAddresses {
  /**
   * Where the pages of the runbooks are.
   *
   * @default - panels lead to no runbook
   */
  readonly runbookUrl?: string;

  /**
   * Where a browser finds Kibana.
   *
   * @default - nothing leads to Kibana
   */
  readonly kibanaUrl?: string;
}

/** What the generated dashboards write in place of an address, and which address that is. */
const SCHEMES: Readonly<Record<string, keyof DashboardAddresses>> = {
  'runbook:': 'runbookUrl',
  'kibana:': 'kibanaUrl',
};

/** A dashboard with real addresses in its links; links to what there is not are left out. */
export function withAddresses<Value>(value: Value, addresses: DashboardAddresses): Value {
  return replaced(value, addresses) as Value;
}

function replaced(value: unknown, addresses: DashboardAddresses): unknown {
  if (Array.isArray(value)) {
    return value.map((item) => replaced(item, addresses)).filter((item) => item !== undefined);
  }
  if (typeof value !== 'object' || value === null) return value;
  const { url } = value as { url?: unknown };
  const scheme = Object.keys(SCHEMES).find((each) => typeof url === 'string' && url.startsWith(each));
  if (scheme !== undefined) {
    const address = addresses[SCHEMES[scheme] as keyof DashboardAddresses];
    const rest = String(url).slice(scheme.length);
    return address && { ...value, url: `${address.replace(/\/$/, '')}/${rest.replace(/^\//, '')}` };
  }
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, replaced(each, addresses)]));
}
