import { createServer } from 'node:net';
import { codeOf, OperatorError } from '../errors';

/** `count` different free ports of the loopback interface, chosen by the operating system. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(Array.from({ length: count }, () => listen(0)));
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map(close));
  return ports;
}

/** @throws OperatorError if another program listens on the port */
export async function requireFree(port: number): Promise<void> {
  try {
    await close(await listen(port));
  } catch (error) {
    if (codeOf(error) === 'EADDRINUSE') {
      throw new OperatorError(
        `[port] the API server needs a free port, ${port} is used by another program; end it or choose another with --port`,
      );
    }
    throw new OperatorError(
      `[port] the API server cannot listen on port ${port} (${codeOf(error)}); choose another with --port`,
    );
  }
}

type Server = ReturnType<typeof createServer>;

function listen(port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}
