import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { debianPrograms } from '../../../../local/debian';
import type { KeyPair } from '../../../../stacks/secrets/certificates';

/** What MariaDB is. */
export const MARIADB = {
  name: 'mariadb',
  packages: [
    'mariadb-server-core',
    'mariadb-server',
    'mariadb-client-core',
    'libmariadb3',
    'libaio1',
    'liburing2',
    'libnuma1',
  ],
};

/** It does not run as root. */
const NOBODY = { uid: 65_534, gid: 65_534 };

const TABLES = ['mysql_system_tables', 'mysql_performance_tables', 'mysql_system_tables_data'];

/** A real MariaDB with a database `app` and a user `reader`, who must use TLS. */
export class Mariadb {
  private server: ChildProcess | undefined;

  private constructor(
    private readonly programs: string,
    private readonly folder: string,
    private readonly port: number,
  ) {}

  static async start(port: number, certificate: KeyPair): Promise<Mariadb> {
    const root = await debianPrograms(MARIADB, { report: console.log });
    const folder = mkdtempSync(join(tmpdir(), 'efk-mariadb-'));
    chmodSync(folder, 0o755);
    // The cache of root is for root alone.
    const programs = join(folder, 'mariadb');
    execFileSync('cp', ['-r', root, programs]);
    const mariadb = new Mariadb(programs, folder, port);
    mariadb.make(certificate);
    await mariadb.resume();
    mariadb.sql(
      'CREATE DATABASE app',
      "CREATE USER reader@'127.0.0.1' IDENTIFIED BY 'it''s \\\\ secret' REQUIRE SSL",
      "GRANT SELECT ON app.* TO reader@'127.0.0.1'",
    );
    return mariadb;
  }

  /** Runs statements as the owner of the server. */
  sql(...statements: string[]): string {
    const args = [
      '--no-defaults',
      '-u',
      'root',
      '-S',
      this.socket,
      '-N',
      '--default-character-set=utf8mb4',
      '-e',
      statements.join(';\n'),
    ];
    return execFileSync(join(this.programs, 'usr/bin/mariadb'), args, {
      env: this.environment,
      encoding: 'utf8',
      stdio: 'pipe',
    });
  }

  /** Starts it, also after `kill`. */
  async resume(): Promise<void> {
    const options = [
      `--port=${this.port}`,
      '--bind-address=127.0.0.1',
      `--socket=${this.socket}`,
      `--ssl-cert=${join(this.folder, 'tls.crt')}`,
      `--ssl-key=${join(this.folder, 'tls.key')}`,
      '--default-time-zone=+05:30',
      `--pid-file=${join(this.data, 'pid')}`,
      '--innodb-flush-log-at-trx-commit=2',
    ];
    this.server = spawn(this.program, [...this.options, ...options], {
      env: this.environment,
      ...NOBODY,
      cwd: this.data,
      stdio: 'ignore',
    });
    for (let attempt = 0; ; attempt += 1) {
      try {
        this.sql('SELECT 1');
        return;
      } catch (error) {
        if (attempt > 50) throw error;
        await sleep(200);
      }
    }
  }

  /** SIGKILL. */
  async kill(): Promise<void> {
    const { server } = this;
    await new Promise((resolve) => {
      server?.once('exit', resolve);
      server?.kill('SIGKILL');
    });
  }

  async stop(): Promise<void> {
    await this.kill();
    execFileSync('rm', ['-rf', this.folder]);
  }

  private get data(): string {
    return join(this.folder, 'data');
  }

  private get socket(): string {
    return join(this.data, 'socket');
  }

  private get program(): string {
    return join(this.programs, 'usr/sbin/mariadbd');
  }

  private get options(): string[] {
    const share = join(this.programs, 'usr/share/mysql');
    return [
      '--no-defaults',
      `--datadir=${this.data}`,
      `--lc-messages-dir=${share}`,
      `--character-sets-dir=${share}/charsets`,
    ];
  }

  private get environment(): NodeJS.ProcessEnv {
    return { ...process.env, LD_LIBRARY_PATH: join(this.programs, 'usr/lib/x86_64-linux-gnu') };
  }

  /** The folder of its data, and its certificate. */
  private make({ certificate, privateKey }: KeyPair): void {
    mkdirSync(this.data);
    const files = { 'tls.crt': certificate, 'tls.key': privateKey };
    for (const [name, text] of Object.entries(files)) writeFileSync(join(this.folder, name), text, { mode: 0o644 });
    chownSync(this.data, NOBODY.uid, NOBODY.gid);
    const scripts = TABLES.map((name) => readFileSync(join(this.programs, `usr/share/mysql/${name}.sql`), 'utf8'));
    execFileSync(this.program, [...this.options, '--bootstrap'], {
      env: this.environment,
      ...NOBODY,
      cwd: this.data,
      input: ['CREATE DATABASE mysql;', 'USE mysql;', ...scripts].join('\n'),
      stdio: 'pipe',
    });
  }
}
