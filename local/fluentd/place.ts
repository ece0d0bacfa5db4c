import type { ProcessInfo } from './process-table';

/** A program to run. */
export interface Program {
  /** Its name; it is looked for among the programs of the gems first. */
  readonly name: string;
  readonly args: readonly string[];
  /** Variables besides those that the place needs. */
  readonly env: Readonly<Record<string, string>>;
  /** Working directory, on this machine. */
  readonly cwd: string;
  /** Folders of this machine that it uses; they have the same path where it runs. The working directory is one. */
  readonly folders: readonly string[];
}

/** A program of this machine with its arguments and its whole environment. */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

/** How a program ended. */
export interface Exit {
  /** Exit code; 128 or more when a signal ended it. */
  readonly code: number;
  /** Processor time of the program and of all that it has started, user and system. In seconds. */
  readonly cpuSeconds: number;
}

/** A program that goes on running. It and all it has started end with this process at the latest, however that ends. */
export interface Launched {
  /** Process id where the program runs. */
  readonly pid: number;
  /** Fulfilled when the program has ended. What it had started and left behind is ended as well. */
  readonly exited: Promise<Exit>;
  /** The program and all that it has started, as far as they run. */
  processes(): Promise<ProcessInfo[]>;
  /** Sends a signal to one of its processes; nothing happens if it has ended. */
  signal(pid: number, signal: NodeJS.Signals): Promise<void>;
  /** Lets this process end although the program runs; the program ends with it. */
  unref(): void;
  /** Ends the program and all that it has started without waiting, for a process that is about to end. */
  killNow(): void;
}

/** Where programs run with the gems of Fluentd's image: on this machine, in a folder with a Debian, in a container. */
export interface Place {
  /** What it is, for people. */
  readonly description: string;

  /** How to run a program there to its end. */
  command(program: Program): Command;

  /** Starts a program there that goes on running, with both outputs to the end of `log`. */
  launch(program: Program, log: string): Promise<Launched>;
}

/** What is known of one way to get a Fluentd. */
export type Way =
  /** It is there. */
  | { readonly state: 'there'; readonly place: Place }
  /** It can be had; `get` does it. */
  | { readonly state: 'to be had'; readonly get: (why: string) => Promise<Place> }
  /** It cannot be had. */
  | { readonly state: 'missing'; readonly reason: string };
