import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePorts } from '../../../../local/cluster/ports';
import { missingDebian } from '../../../../local/debian';
import type { PipelineRun } from '../../run/pipeline-run';
import { POSTGRESQL, Postgresql } from './postgresql';
import { rowsOf, sqlRun } from './sql-run';

describe('rows of PostgreSQL', async () => {
  const missing = process.getuid?.() === 0 ? await missingDebian(POSTGRESQL) : 'root';
  let pipeline: PipelineRun;
  let database: Postgresql;

  beforeAll(async () => {
    if (missing !== undefined) return;
    const [port = 0] = await freePorts(1);
    database = await Postgresql.start(port);
    database.sql(
      'CREATE TABLE audit ("Id" bigserial PRIMARY KEY, at timestamptz DEFAULT now(), who text, amount numeric)',
    );
    database.sql("ALTER DATABASE postgres SET timezone = 'Europe/Berlin'");
    pipeline = await sqlRun({
      sql: {
        ...{ host: '127.0.0.1', port, database: 'postgres', user: { secretName: 'a', username: 'reader' } },
        ...{ table: 'public.audit', key: 'Id', time: 'at', settle: '10s' },
      },
      password: 'secret',
      client: { gem: 'pg', version: '1.7.0' },
    });
  });

  afterAll(async () => {
    await pipeline?.end();
    database?.stop();
  });

  const ids = () => rowsOf(pipeline).map(({ json }) => json.Id);

  test.skipIf(missing !== undefined)(
    'each is stored once: through SIGKILL, SIGTERM and transactions that are committed late',
    async () => {
      database.sql("INSERT INTO audit (who, amount) SELECT 'first ' || n, n / 4.0 FROM generate_series(1, 3000) n");
      await pipeline.fluentd.start();
      await pipeline.fluentd.ready();
      await expect.poll(() => ids().length, { timeout: 60_000 }).toBe(3000);

      database.sql(
        `SELECT setval(pg_get_serial_sequence('audit', 'Id'), 4000)`,
        "INSERT INTO audit (who) SELECT 'second' FROM generate_series(1, 500)",
      );
      await expect.poll(() => ids().length, { timeout: 30_000 }).toBe(3500);
      // A transaction that took its numbers before the others and is committed after them.
      database.sql(`INSERT INTO audit ("Id", who) SELECT n, 'committed late' FROM generate_series(3900, 3904) n`);
      await expect.poll(() => ids().length, { timeout: 30_000 }).toBe(3505);

      for (const end of [() => pipeline.fluentd.kill(), () => pipeline.fluentd.terminate()]) {
        database.sql("INSERT INTO audit (who) SELECT 'more' FROM generate_series(1, 1000)");
        await sleep(1500);
        await end();
        await pipeline.fluentd.ready();
      }
      await expect.poll(() => ids().length, { timeout: 60_000 }).toBeGreaterThanOrEqual(5505);
      await sleep(8000);
      const stored = ids();
      expect(stored).toHaveLength(5505);
      expect(new Set(stored).size).toBe(5505);
    },
  );

  test.skipIf(missing !== undefined)('a row has its types, its time and a text', () => {
    const row = rowsOf(pipeline).find(({ json }) => json.Id === 5);
    expect(row).toMatchObject({
      '@timestamp': expect.stringMatching(/^20\d\d-/),
      message: expect.stringContaining('"who": "first 5"'),
      event: { dataset: 'audit' },
      json: { Id: 5, who: 'first 5', amount: 1.25 },
    });
  });

  test.skipIf(missing !== undefined)('a time without a zone is in UTC, whatever the zone of the database', async () => {
    database.sql(
      "ALTER TABLE audit ALTER at TYPE timestamp USING at AT TIME ZONE 'UTC'",
      "INSERT INTO audit (who, at) VALUES ('long ago', '2020-07-01 12:00:00')",
    );
    await expect
      .poll(() => rowsOf(pipeline).find(({ json }) => json.who === 'long ago'), { timeout: 20_000 })
      .toMatchObject({ '@timestamp': '2020-07-01T12:00:00.000000000Z' });
  });
});
