import { byteSize, section, timeValue } from '../values';

/** How long logs are kept, and where. */
export const retentionClass = section({
  /** Age at which the write index of a data stream rolls over. */
  hotMaxAge: timeValue.default('1d'),
  /** Size of the largest primary shard at which the write index rolls over. */
  hotMaxPrimaryShardSize: byteSize.default('50gb'),
  /** Age, from rollover, at which an index moves to the warm tier; never when left out. */
  warmMinAge: timeValue.optional(),
  /** Age, from rollover, at which an index is deleted. */
  deleteMinAge: timeValue,
  /** Age at which snapshots of its logs are deleted; there are none when left out. They are kept in `snapshots`. */
  snapshotRetention: timeValue.optional(),
});
