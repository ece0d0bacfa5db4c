import { toBytes } from '../../constructs/core';
import type { EnvironmentInput, RouteInput, TenantInput, TreatmentInput } from '../schema';
import { tenant } from '../sections/tenant';
import { memoryQuantity } from '../values';

/** What an operator wrote; anything may be missing or malformed. */
export type PartialInput = Partial<EnvironmentInput>;

/** An environment without tenants, and where in the one with tenants its values stand. */
export interface Expansion {
  /** What one would write without tenants. */
  readonly environment: PartialInput;

  /** The place of what is at `path` in `environment`. */
  origin(path: readonly PropertyKey[]): readonly PropertyKey[];
}

/** Name of the route of a tenant; a dash is not possible in the name of a data stream. */
export function tenantRoute(name: string): string {
  return name.replaceAll('-', '_');
}

/**
 * Writes out the tenants of an environment, as far as they are well formed: a route and readers for each, its treatments
 * before those of the environment, and its retention class if it has one of its own.
 */
export function expandTenants(input: PartialInput): Expansion {
  if (input.tenants === undefined) return { environment: input, origin: (path) => path };
  const { tenants: _, ...rest } = input;
  const tenants = Object.entries(input.tenants ?? {}).filter(([, value]) => tenant.safeParse(value).success);
  const share = shareOf(input, tenants);
  const routes = asList(input.routes);
  const treatments = tenants.flatMap(([name, value]) =>
    treatmentsOf(value).map((each, index) => ({
      value: treatmentOf(name, value, each),
      // What is not written as a treatment comes from the limit.
      at: [name, ...(index < (value.treatments ?? []).length ? ['treatments', index] : ['rateLimit'])],
    })),
  );
  const classes = tenants.flatMap(([name, { retention }]) =>
    typeof retention === 'string' ? [] : [[name, retention] as const],
  );
  const readers = tenants.map(([name, { readers: users }]) => [
    name,
    { routes: [tenantRoute(name)], ...(users && { users }) },
  ]);
  return {
    environment: {
      ...rest,
      retention: { ...input.retention, ...Object.fromEntries(classes) },
      routes: [...routes, ...tenants.map(([name, value]) => routeOf(name, value, share))],
      ...((treatments.length > 0 || input.treatments) && {
        treatments: [...treatments.map(({ value }) => value), ...asList(input.treatments)],
      }),
      readers: { ...input.readers, ...Object.fromEntries(readers) },
    },
    origin: originOf([
      ...tenants.flatMap(([name], index): Move[] => [
        [
          ['routes', routes.length + index, 'name'],
          ['tenants', name],
        ],
        [
          ['routes', routes.length + index],
          ['tenants', name],
        ],
        [
          ['readers', name, 'users'],
          ['tenants', name, 'readers'],
        ],
        [
          ['readers', name],
          ['tenants', name],
        ],
      ]),
      ...treatments.map(
        ({ at }, position): Move => [
          ['treatments', position],
          ['tenants', ...at],
        ],
      ),
      ...asList(input.treatments).map(
        (_, index): Move => [
          ['treatments', treatments.length + index],
          ['treatments', index],
        ],
      ),
      ...classes.map(
        ([name]): Move => [
          ['retention', name],
          ['tenants', name, 'retention'],
        ],
      ),
    ]),
  };
}

type Path = readonly PropertyKey[];

/** Where something stands, and where it has come from. */
type Move = readonly [from: Path, to: Path];

function originOf(moves: readonly Move[]): Expansion['origin'] {
  return (path) => {
    const [from, to] = moves.find(([start]) => start.every((key, index) => key === path[index])) ?? [[], []];
    return [...to, ...path.slice(from.length)];
  };
}

type Tenants = readonly (readonly [string, TenantInput])[];

function routeOf(
  name: string,
  { namespaces, retention, dailyIngest, bufferSize, to }: TenantInput,
  share: Size,
): RouteInput {
  // A part of the buffer of the stack's own output is of no use to logs that do not go there.
  const own = bufferSize ?? (to && !to.includes('elasticsearch') ? undefined : share);
  return {
    name: tenantRoute(name),
    namespaces,
    retention: typeof retention === 'string' ? retention : name,
    ...(dailyIngest && { dailyIngest }),
    ...(own && { bufferSize: own }),
    ...(to && { to }),
  };
}

/** The treatments of a tenant, and one that limits all of its containers that they do not mean. */
function treatmentsOf({ treatments = [], rateLimit }: TenantInput): TreatmentInput[] {
  const isForAll = treatments.some(({ select, except }) => !select && !except);
  return [...treatments, ...(rateLimit && !isForAll ? [{ name: 'others' }] : [])];
}

function treatmentOf(name: string, { namespaces, rateLimit }: TenantInput, each: TreatmentInput): TreatmentInput {
  return {
    ...(rateLimit && { rateLimit }),
    ...each,
    name: `${name}-${each.name}`,
    select: { namespaces, ...each.select },
  };
}

type Size = RouteInput['bufferSize'];

/** The part of the buffer of a tenant that does not say it: what others leave is divided by them and all other routes. */
function shareOf({ fluentd, routes }: PartialInput, tenants: Tenants): Size {
  const { data: whole } = memoryQuantity.safeParse(fluentd?.bufferSize);
  const sizes = [...asList(routes), ...tenants.map(([, value]) => value)].map((each) => each?.bufferSize);
  const taken = sizes
    .map((size) => memoryQuantity.safeParse(size).data)
    .reduce((sum, size) => sum + (size ? toBytes(size) : 0), 0);
  const silent = tenants.filter(([, { bufferSize }]) => bufferSize === undefined).length;
  if (!whole || silent === 0) return undefined;
  const mebibytes = Math.floor((toBytes(whole) - taken) / (silent + 1) / 2 ** 20);
  return `${Math.max(1, mebibytes)}Mi`;
}

function asList<T>(value: readonly T[] | undefined): readonly T[] {
  return Array.isArray(value) ? value : [];
}
