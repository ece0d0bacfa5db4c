import {
  appendFileSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Something that happens to the files of a pod, so many seconds after the step before. Files are below the folder of the pod. */
export type Step = { readonly after?: number } & (
  | { readonly write: string; readonly lines: readonly string[] }
  | { readonly append: string; readonly text: string }
  | { readonly rename: string; readonly to: string }
  | { readonly compress: string; readonly keep?: true }
  | { readonly truncate: string }
  | { readonly remove: string }
  | { readonly link: string; readonly to: string }
);

/** A case of files that change, as it is written down (README.md). */
export interface FileCase {
  readonly title: string;
  readonly why: string;
  readonly source?: string;
  readonly namespace?: string;
  readonly pod?: string;
  readonly uid?: string;
  readonly steps: readonly Step[];
  readonly messages: Readonly<Record<string, readonly string[]>>;
}

/** The cases of files that change. */
export function fileCases(): readonly FileCase[] {
  return JSON.parse(readFileSync(join(__dirname, 'files.json'), 'utf8'));
}

/** The folder of the pod of a case, and the id by which its documents are found. */
export function podOf({ namespace = 'files', pod, uid }: FileCase, index: number): { folder: string; uid: string } {
  const id = uid ?? `${String(index).padStart(8, '0')}-2222-3333-4444-555555555555`;
  return { folder: `${namespace}_${pod ?? `file-${index}`}_${id}`, uid: id };
}

/** When the steps of a case happen. In seconds. */
export function timesOf({ steps }: FileCase): number[] {
  let time = 0;
  return steps.map(({ after = 0 }) => {
    time += after;
    return time;
  });
}

/** Makes a step happen in the folder of a pod, `seconds` after the first one. */
export function take(step: Step, folder: string, seconds: number): void {
  const at = (file: string) => join(folder, file);
  if ('write' in step) append(at(step.write), logged(step.lines, seconds));
  if ('append' in step) append(at(step.append), step.text);
  if ('rename' in step) renameSync(at(step.rename), at(step.to));
  if ('compress' in step) compress(at(step.compress), step.keep ?? false);
  if ('truncate' in step) truncateSync(at(step.truncate));
  if ('remove' in step) rmSync(at(step.remove), { recursive: true });
  if ('link' in step) link(at(step.link), at(step.to));
}

function append(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  appendFileSync(file, text);
}

function compress(file: string, keep: boolean): void {
  writeFileSync(`${file}.tmp`, gzipSync(readFileSync(file)));
  renameSync(`${file}.tmp`, `${file}.gz`);
  if (!keep) rmSync(file);
}

/** The link that is there is replaced. */
function link(file: string, to: string): void {
  mkdirSync(dirname(file), { recursive: true });
  rmSync(file, { force: true });
  symlinkSync(to, file);
}

let lineCount = 0;

/** Lines as containerd writes them: none has the time of another one. */
function logged(lines: readonly string[], seconds: number): string {
  const second = new Date(Date.UTC(2026, 10, 25, 7) + seconds * 1_000).toISOString().slice(0, 19);
  return lines.map((line) => `${second}.${String(++lineCount).padStart(6, '0')}001Z stdout F ${line}\n`).join('');
}
