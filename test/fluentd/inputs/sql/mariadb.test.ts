import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePorts } from '../../../../local/cluster/ports';
import { missingDebian } from '../../../../local/debian';
import { certificateOfTests } from '../../run/certificate';
import type { PipelineRun } from '../../run/pipeline-run';
import { MARIADB, Mariadb } from './mariadb';
import { rowsOf, sqlRun } from './sql-run';

/** Numbers that a floating-point number cannot tell apart. */
const FIRST = 18_446_744_073_709_000_000n;

describe('rows of MariaDB, over TLS', async () => {
  const missing = process.getuid?.() === 0 ? await missingDebian(MARIADB) : 'root';
  let pipeline: PipelineRun;
  let database: Mariadb;

  beforeAll(async () => {
    if (missing !== undefined) return;
    const [port = 0] = await freePorts(1);
    database = await Mariadb.start(port, await certificateOfTests());
    database.sql(
      `CREATE TABLE app.audit (
        id BIGINT UNSIGNED PRIMARY KEY AUTO_INCREMENT, at TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6), who TEXT,
        amount DECIMAL(30, 10), plain DATETIME(3), data BLOB, rate DOUBLE, code INT(6) ZEROFILL, flags BIT(8)
      ) AUTO_INCREMENT = ${FIRST}, CHARACTER SET utf8mb4`,
    );
    pipeline = await sqlRun({
      sql: {
        ...{ system: 'mysql', host: 'localhost', port, database: 'app', authority: { secretName: 'db-ca' } },
        ...{ user: { secretName: 'a', username: 'reader' }, table: 'audit', key: 'id', time: 'at', settle: '10s' },
      },
      password: "it's \\ secret",
      client: { gem: 'trilogy', version: '2.13.3' },
    });
  });

  afterAll(async () => {
    await pipeline?.end();
    await database?.stop();
  });

  const who = () => rowsOf(pipeline).map(({ json }) => String(json.who));
  const add = (name: string, from: number, to: number) =>
    database.sql(
      `INSERT INTO app.audit (who) SELECT CONCAT('${name} ', seq) FROM app.numbers WHERE seq BETWEEN ${from} AND ${to}`,
    );

  test.skipIf(missing !== undefined)(
    'each is stored once: through SIGKILL, SIGTERM, a server that is away and transactions that are committed late',
    async () => {
      database.sql(
        'SET max_recursive_iterations = 10000',
        'CREATE TABLE app.numbers AS WITH RECURSIVE n AS (SELECT 1 AS seq UNION ALL SELECT seq + 1 FROM n WHERE seq < 3000) SELECT seq FROM n',
      );
      add('first', 1, 3000);
      await pipeline.fluentd.start();
      await pipeline.fluentd.ready();
      await expect.poll(() => who().length, { timeout: 60_000 }).toBe(3000);

      const late = FIRST + 4000n;
      database.sql(`ALTER TABLE app.audit AUTO_INCREMENT = ${late + 10n}`);
      add('second', 1, 500);
      await expect.poll(() => who().length, { timeout: 30_000 }).toBe(3500);
      // A transaction that took its numbers before the others and is committed after them.
      database.sql(`INSERT INTO app.audit (id, who) SELECT ${late} + seq, 'late' FROM app.numbers WHERE seq <= 5`);
      await expect.poll(() => who().length, { timeout: 30_000 }).toBe(3505);

      for (const [end, number] of [
        [() => pipeline.fluentd.kill(), 1],
        [() => pipeline.fluentd.terminate(), 2],
      ] as const) {
        add(`more ${number}`, 1, 1000);
        await sleep(1500);
        await end();
        await pipeline.fluentd.ready();
      }
      await database.kill();
      await sleep(4000);
      expect((await pipeline.metrics()).get('fluentd_input_read_errors_total')).toBeGreaterThan(0);
      await database.resume();
      add('afterwards', 1, 1000);
      await expect.poll(() => who().length, { timeout: 60_000 }).toBeGreaterThanOrEqual(6505);
      await sleep(8000);
      expect(who()).toHaveLength(6505);
      expect(new Set(rowsOf(pipeline).map(({ message }) => message)).size).toBe(6505);
    },
  );

  test.skipIf(missing !== undefined)('a row has its types, its time and a text', async () => {
    database.sql(
      `INSERT INTO app.audit (at, who, amount, plain, data, rate, code, flags) VALUES (FROM_UNIXTIME(1593604800.25),
       'O''Neil \\\\ "é😀"', 12345678901234567890.5, '2020-07-01 12:00:00.5', x'00ff', 1e300, 42, b'101')`,
      "SET sql_mode = ''; INSERT INTO app.audit (who, plain) VALUES ('no date', '2020-00-00')",
    );
    await expect.poll(() => who(), { timeout: 20_000 }).toContain('no date');
    const row = rowsOf(pipeline).find(({ json }) => String(json.who).startsWith("O'Neil"));
    expect(row).toMatchObject({
      '@timestamp': '2020-07-01T12:00:00.250000000Z',
      json: {
        who: 'O\'Neil \\ "é😀"',
        plain: '2020-07-01T12:00:00.500',
        data: '\\x00ff',
        rate: 1e300,
        code: '000042',
        flags: '\\x05',
      },
      event: { dataset: 'audit' },
    });
    expect(row?.message).toContain(`"at": "2020-07-01T12:00:00.250000+00:00"`);
    expect(row?.message).toContain('"amount": 12345678901234567890.5000000000');
    expect(rowsOf(pipeline).find(({ json }) => json.who === 'no date')?.json).toMatchObject({
      amount: null,
      plain: '2020-00-00T00:00:00.000',
    });
  });
});
