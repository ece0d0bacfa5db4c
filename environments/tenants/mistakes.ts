import { type Mistake, shown } from '../../constructs/core';
import { covers } from '../../constructs/fluentd';
import { tenant } from '../sections/tenant';
import type { PartialInput } from './expand';

/** What is wrong with tenants themselves; what they are written out to is checked like what is written by hand. */
export function tenantMistakes({ tenants, retention, readers }: PartialInput): Mistake[] {
  return Object.entries(tenants ?? {}).flatMap(([name, value]) => {
    const { data } = tenant.safeParse(value);
    if (!data) return [];
    return [
      ...(typeof data.retention !== 'string' && Object.keys(retention ?? {}).includes(name)
        ? [
            {
              path: ['tenants', name, 'retention'],
              message: `must be the name of a class, since there is one of the name of the tenant already, got a class of its own; write ${shown(name)} or rename the tenant`,
            },
          ]
        : []),
      ...(Object.keys(readers ?? {}).includes(name)
        ? [
            {
              path: ['readers', name],
              message: `must not have the name of a tenant, which has readers of its own, got ${shown(name)}; rename it`,
            },
          ]
        : []),
      ...(data.treatments ?? []).flatMap(({ select }, index) =>
        outside(select?.namespaces ?? [], data.namespaces).map(([glob, at]) => ({
          path: ['tenants', name, 'treatments', index, 'select', 'namespaces', at],
          message: `must be within the namespaces of the tenant (${data.namespaces.join(', ')}), got ${shown(glob)}; correct it, or leave out namespaces for all of them`,
        })),
      ),
    ];
  });
}

function outside(globs: readonly string[], namespaces: readonly string[]): [string, number][] {
  return globs.flatMap((glob, at): [string, number][] =>
    namespaces.some((namespace) => covers(namespace, glob)) ? [] : [[glob, at]],
  );
}
