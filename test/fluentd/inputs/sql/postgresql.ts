import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { debianPrograms } from '../../../../local/debian';

/** What PostgreSQL is. */
export const POSTGRESQL = {
  name: 'postgresql',
  packages: ['postgresql-15', 'postgresql-client-15', 'libpq5'],
};

/** It does not run as root. */
const NOBODY = { uid: 65_534, gid: 65_534 };

/** A real PostgreSQL with a database `app` and a user `reader`. */
export class Postgresql {
  private constructor(
    private readonly root: string,
    private readonly folder: string,
    private readonly process: ChildProcess,
    readonly port: number,
  ) {}

  static async start(port: number): Promise<Postgresql> {
    const root = await debianPrograms(POSTGRESQL, { report: console.log });
    const folder = mkdtempSync(join(tmpdir(), 'efk-postgresql-'));
    chmodSync(folder, 0o755);
    const data = join(folder, 'data');
    mkdirSync(data);
    chownSync(data, NOBODY.uid, NOBODY.gid);
    const password = join(folder, 'password');
    writeFileSync(password, 'secret\n', { mode: 0o644 });
    // The cache of root is for root alone.
    const programs = join(folder, 'postgresql');
    execFileSync('cp', ['-r', root, programs]);
    const env = { ...process.env, LD_LIBRARY_PATH: join(programs, 'usr/lib/x86_64-linux-gnu') };
    const bin = join(programs, 'usr/lib/postgresql/15/bin');
    const init = ['-D', data, '-U', 'reader', '--pwfile', password, '-A', 'scram-sha-256', '-L', share(programs)];
    execFileSync(join(bin, 'initdb'), [...init, '--no-sync', '-E', 'UTF8', '--locale', 'C'], {
      env,
      ...NOBODY,
      cwd: data,
    });
    const options = ['-D', data, '-p', String(port), '-k', data, '-h', '127.0.0.1', '-c', 'fsync=off'];
    const server = spawn(join(bin, 'postgres'), options, { env, ...NOBODY, cwd: data, stdio: 'ignore' });
    const postgresql = new Postgresql(programs, folder, server, port);
    for (let attempt = 0; ; attempt += 1) {
      try {
        postgresql.sql('SELECT 1');
        return postgresql;
      } catch (error) {
        if (attempt > 50) throw error;
        await sleep(200);
      }
    }
  }

  /** Runs statements. */
  sql(...statements: string[]): string {
    const url = `postgresql://reader:secret@127.0.0.1:${this.port}/postgres`;
    const args = ['-X', '-q', '-v', 'ON_ERROR_STOP=1', '-d', url, ...statements.flatMap((each) => ['-c', each])];
    const env = { ...process.env, LD_LIBRARY_PATH: join(this.root, 'usr/lib/x86_64-linux-gnu') };
    return execFileSync(join(this.root, 'usr/lib/postgresql/15/bin/psql'), args, {
      env,
      encoding: 'utf8',
      stdio: 'pipe',
    });
  }

  stop(): void {
    this.process.kill('SIGQUIT');
    execFileSync('rm', ['-rf', this.folder]);
  }
}

function share(root: string): string {
  return join(root, 'usr/share/postgresql/15');
}
