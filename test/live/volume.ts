import { existsSync, mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes `files` as the kubelet mounts a Secret or ConfigMap: links to a directory that is replaced as a whole. */
export function mountVolume(directory: string, files: Readonly<Record<string, string>>): void {
  const version = `..version-${process.hrtime.bigint()}`;
  mkdirSync(join(directory, version), { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(join(directory, version, name), content);
    if (!existsSync(join(directory, name))) symlinkSync(join('..data', name), join(directory, name));
  }
  symlinkSync(version, join(directory, '..data_tmp'));
  renameSync(join(directory, '..data_tmp'), join(directory, '..data'));
}
