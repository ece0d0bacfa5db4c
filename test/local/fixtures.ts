import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GoModule, Platform, Tool, ToolName } from '../../local/toolchain/tool';

/** The platform of every test, whatever machine it runs on. */
export const platform: Platform = 'linux-x64';

/** All files below a folder, relative to it. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

/** Writes an executable shell script. */
export function script(folder: string, name: string, body: string): string {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${body}\n`);
  chmodSync(path, 0o755);
  return path;
}

export function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

const module: GoModule = { folder: 'etcd', provides: { etcd: 'server' }, stamps: [], minutes: 2 };

/** A tool whose release is the plain text 'etcd itself', with a pinned checksum. */
export function etcd(changes: Partial<Tool> = {}): Tool {
  const url = 'https://releases.example/v9/etcd';
  return {
    version: '9.0.0',
    installed: { range: '~9.0.0', versionArguments: ['--version'] },
    releases: {
      [platform]: { url, kind: 'binary', checksum: { sha256: sha256('etcd itself') }, provides: { etcd: '' } },
    },
    module,
    ...changes,
  };
}

/** A table with that one tool. */
export function tableOf(tool: Tool): Record<ToolName, Tool> {
  return { etcd: tool } as Record<ToolName, Tool>;
}
