import { execFileSync, spawn } from 'node:child_process';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';

/** What the process is told: the folder of kcat, that of the sockets, and the number of brokers. */
export interface BrokerStart {
  readonly root: string;
  readonly folder: string;
  readonly brokers: number;
}

/** SIOCSIFFLAGS with IFF_UP, IFF_LOOPBACK and IFF_RUNNING: a new network has a loopback interface that is down. */
const LOOPBACK_UP =
  'use Socket; socket(S, AF_INET, SOCK_DGRAM, 0) or die; $r = pack("Z16 s x22", "lo", 0x49); ioctl(S, 0x8914, $r) or die $!';

/**
 * The brokers in a network of their own, in which this process runs: brokers say to clients at which address they are, so
 * what is to stand between them must have the same one. Each can be reached by a socket that is a file.
 */
process.once('message', ({ root, folder, brokers }: BrokerStart) => {
  execFileSync('perl', ['-e', LOOPBACK_UP]);
  const kcat = spawn(
    join(root, 'usr/bin/kcat'),
    ['-P', '-b', 'none', '-t', 'none', '-X', `test.mock.num.brokers=${brokers}`, '-X', 'debug=mock'],
    { env: { ...process.env, LD_LIBRARY_PATH: join(root, 'usr/lib/x86_64-linux-gnu') } },
  );
  let said = '';
  kcat.stderr.on('data', (data) => {
    said += data;
    const servers = /bootstrap\.servers=(\S+)\n/.exec(said)?.[1];
    if (servers === undefined) return;
    kcat.stderr.removeAllListeners('data').resume();
    const ports = servers.split(',').map((server) => Number(server.split(':')[1]));
    for (const port of ports) {
      const server = createServer((client) => {
        const broker = connect(port, '127.0.0.1');
        client.pipe(broker).pipe(client);
        client.on('error', () => broker.destroy()).on('close', () => broker.destroy());
        broker.on('error', () => client.destroy()).on('close', () => client.destroy());
      });
      server.listen(join(folder, String(port)));
    }
    process.send?.(ports);
  });
});
process.once('disconnect', () => process.exit());
