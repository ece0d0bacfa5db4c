import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { debianPrograms } from '../../../local/debian';
import { temporaryFolder } from '../../temporary-folder';

/** What rsyslog is, and what it needs that a small Debian does not have. */
export const RSYSLOG = {
  name: 'rsyslog',
  packages: ['rsyslog', 'rsyslog-gnutls', 'libestr0', 'libfastjson4', 'liblognorm5', 'libgnutls30'],
};

const LIBRARIES = 'usr/lib/x86_64-linux-gnu';

/** How rsyslog sends, by the words of its action `omfwd`. */
export interface Forwarding {
  readonly port: number;
  readonly framing?: 'traditional' | 'octet-counted';
  /** File with the authority of the receiver; without it there is no TLS. */
  readonly authority?: string;
}

/** A real rsyslog that reads a file and sends its lines as messages of RFC 5424. */
export class Rsyslog {
  private constructor(private readonly process: ChildProcess) {}

  /** Starts it; every line of `file` becomes a message of the program `app`. */
  static async start(file: string, { port, framing = 'traditional', authority }: Forwarding): Promise<Rsyslog> {
    const root = await debianPrograms(RSYSLOG, { report: console.log });
    const folder = temporaryFolder();
    const tls = authority ? ['StreamDriver="gtls"', 'StreamDriverMode="1"', 'StreamDriverAuthMode="x509/name"'] : [];
    const lines = [
      `global(workDirectory="${folder}" maxMessageSize="64k"${authority ? ` defaultNetstreamDriverCAFile="${authority}"` : ''})`,
      'module(load="imfile" mode="polling" pollingInterval="1")',
      `input(type="imfile" file="${file}" tag="app" facility="local0" severity="warning" freshStartTail="off")`,
      [
        'action(type="omfwd" protocol="tcp" target="localhost"',
        `port="${port}" tcp_framing="${framing}"`,
        'template="RSYSLOG_SyslogProtocol23Format" action.resumeRetryCount="-1" action.resumeInterval="1"',
        ...(authority ? [...tls, 'StreamDriverPermittedPeers="localhost"'] : []),
        ')',
      ].join(' '),
      '',
    ];
    const conf = join(folder, 'rsyslog.conf');
    writeFileSync(conf, lines.join('\n'));
    const modules = join(root, LIBRARIES, 'rsyslog');
    const args = ['-n', '-f', conf, '-i', join(folder, 'pid'), '-M', modules];
    const env = { ...process.env, LD_LIBRARY_PATH: join(root, LIBRARIES) };
    return new Rsyslog(spawn(join(root, 'usr/sbin/rsyslogd'), args, { env, stdio: 'inherit' }));
  }

  /** Ends it. */
  stop(): void {
    this.process.kill('SIGKILL');
  }
}
