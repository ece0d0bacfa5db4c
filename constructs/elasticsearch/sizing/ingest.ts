import { type ByteSize, type MemoryQuantity, type TimeValue, toBytes, toSeconds } from '../../core';
import { DISK_PER_LOGS, RESERVES } from './limits';

/** Tiers that data passes on its way to deletion. */
export const DATA_TIERS = ['hot', 'warm', 'cold'] as const;

/** A tier that data passes on its way to deletion. */
export type DataTier = (typeof DATA_TIERS)[number];

/** Logs that are kept alike: how many there are, and their way through the tiers. Ages count from rollover. */
export interface Ingest {
  /** Logs of a day, as collectors send them. */
  readonly dailyIngest: MemoryQuantity;

  /** Age at which an index is deleted. */
  readonly retention: TimeValue;

  /** Copies of each primary shard. */
  readonly replicas: number;

  /**
   * Age at which an index moves to the warm tier.
   *
   * @default - it does not
   */
  readonly warmMinAge?: TimeValue;

  /**
   * Age at which an index moves to the cold tier.
   *
   * @default - it does not
   */
  readonly coldMinAge?: TimeValue;

  /**
   * Age at which the write index rolls over, counted from its creation.
   *
   * @default '1d'
   */
  readonly hotMaxAge?: TimeValue;

  /**
   * Size of the largest primary shard at which the write index rolls over.
   *
   * @default '50gb'
   */
  readonly hotMaxPrimaryShardSize?: ByteSize;

  /**
   * Primary shards of an index.
   *
   * @default 1
   */
  readonly numberOfShards?: number;

  /**
   * How indices are stored.
   *
   * @default 'logsdb'
   */
  readonly indexMode?: 'logsdb' | 'standard';
}

/** Logs of one route. */
export interface RouteIngest extends Ingest {
  /** Name of the route. */
  readonly route: string;
}

/** What logs occupy in a tier, at most. */
export interface TierDemand {
  /** Bytes of all copies, without any reserve. */
  readonly bytes: number;

  /** Shards, with copies. */
  readonly shards: number;

  /** Indices. */
  readonly indices: number;

  /** How `bytes` came about, e.g. `200Gi a day x 0.6 on disk x 3 days x 2 copies`. */
  readonly arithmetic: string;
}

const DAY = 86_400;

/**
 * What `ingest` occupies in `tier`; undefined if it never gets there.
 *
 * A log reaches the tier at once when its index rolls over right after it, and leaves it last when it was the first of an
 * index that rolls over by age. Hence the time in the tier is that between the two ages plus `hotMaxAge`.
 */
export function demandOf(ingest: Ingest, tier: DataTier): TierDemand | undefined {
  const stay = secondsIn(ingest, tier);
  if (stay === undefined) return undefined;

  const { dailyIngest, replicas, hotMaxAge = '1d', hotMaxPrimaryShardSize = '50gb', indexMode = 'logsdb' } = ingest;
  const { numberOfShards = 1 } = ingest;
  const days = (stay + toSeconds(hotMaxAge)) / DAY;
  const dailyBytes = toBytes(dailyIngest) * DISK_PER_LOGS[indexMode];
  const byAge = (DAY / toSeconds(hotMaxAge)) * numberOfShards;
  const bySize = dailyBytes / toBytes(hotMaxPrimaryShardSize);
  // One index that is written, and one that is about to leave.
  const primaries = days * Math.max(byAge, bySize) + 2 * numberOfShards;
  return {
    bytes: dailyBytes * days * (replicas + 1),
    indices: Math.ceil(primaries / numberOfShards),
    shards: Math.ceil(primaries * (replicas + 1)),
    arithmetic: `${dailyIngest} a day x ${DISK_PER_LOGS[indexMode]} on disk x ${rounded(days)} days x ${replicas + 1} ${replicas === 0 ? 'copy' : 'copies'}`,
  };
}

/** One sentence per age of `ingest` that is not less than the next one. */
export function ageMistakes({ warmMinAge, coldMinAge, retention }: Ingest): string[] {
  const ages = Object.entries({ warmMinAge, coldMinAge, retention }).filter(
    (age): age is [string, TimeValue] => age[1] !== undefined,
  );
  return ages.slice(1).flatMap(([name, age], i) => {
    const [previous, previousAge] = ages[i] ?? [name, age];
    if (toSeconds(previousAge) < toSeconds(age)) return [];
    return [`${previous} must be less than ${name} (${age}), got ${previousAge}; lower it or leave it out`];
  });
}

/** Bytes of disk, below the low watermark, that `bytes` of data need: they vary, and merges need room. */
export function withMargin(bytes: number): number {
  return bytes * (1 + RESERVES.margin);
}

/** Time between the ages at which an index enters and leaves `tier`, in seconds. */
function secondsIn({ retention, warmMinAge, coldMinAge }: Ingest, tier: DataTier): number | undefined {
  const ages = { hot: 0, warm: secondsOf(warmMinAge), cold: secondsOf(coldMinAge) };
  const start = ages[tier];
  if (start === undefined) return undefined;
  const end = DATA_TIERS.slice(DATA_TIERS.indexOf(tier) + 1)
    .map((later) => ages[later])
    .find((age) => age !== undefined);
  return (end ?? toSeconds(retention)) - start;
}

function secondsOf(age: TimeValue | undefined): number | undefined {
  return age === undefined ? undefined : toSeconds(age);
}

function rounded(number: number): number {
  return Math.round(number * 100) / 100;
}
