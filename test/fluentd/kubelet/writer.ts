import { type Bytes, bytesOf, RUNTIMES } from '../../../local/kubelet/runtimes';
import { clock } from '../../../local/kubelet/times';
import { ContainerLog } from './container-log';
import { linesOf } from './events';
import { folderOf, type Load, type Written } from './load';

/** Time between two writes of a container. In ms. */
const TICK = 20;

/** The containers of a node, and its kubelet. */
export class Writer {
  private readonly containers: Container[];
  private readonly timers: NodeJS.Timeout[] = [];

  constructor(private readonly load: Load) {
    const share = Math.ceil(load.lines / load.containers);
    this.containers = Array.from({ length: load.containers }, (_, index) => new Container(load, index, share));
  }

  /** Writes everything at the pace of the load. Rotation goes on until `close`, as long as there is something to rotate. */
  async write(): Promise<Written> {
    const { rotation, restartEverySeconds, linesPerSecond, containers } = this.load;
    if (rotation) this.every(rotation.everySeconds, () => this.each((container) => container.log.rotate(rotation)));
    if (restartEverySeconds) this.every(restartEverySeconds, (count) => this.containers[count % containers]?.restart());
    const started = performance.now();
    while (this.containers.some(({ isDone }) => !isDone)) {
      const due = (((performance.now() - started) / 1_000) * linesPerSecond) / containers;
      for (const container of this.containers) container.writeUpTo(due);
      await new Promise((resolve) => setTimeout(resolve, TICK));
    }
    const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
    return {
      events: this.containers.map(({ events }) => events),
      lines: sum(this.containers.map(({ lines }) => lines)),
      bytes: sum(this.containers.map(({ bytes }) => bytes)),
      seconds: (performance.now() - started) / 1_000,
    };
  }

  /** Ends the kubelet; the files stay. */
  close(): void {
    for (const timer of this.timers) clearInterval(timer);
    for (const { log } of this.containers) log.close();
  }

  private every(seconds: number, work: (count: number) => unknown): void {
    let count = 0;
    let isBusy = false;
    const timer = setInterval(async () => {
      if (isBusy) return;
      isBusy = true;
      await work(count++);
      isBusy = false;
    }, seconds * 1_000);
    this.timers.push(timer);
  }

  private async each(work: (container: Container) => Promise<void>): Promise<void> {
    for (const container of this.containers) await work(container);
  }
}

class Container {
  readonly log: ContainerLog;
  events = 0;
  lines = 0;
  bytes = 0;
  private next: string[] = [];
  private readonly encode: (bytes: Bytes) => Bytes;

  constructor(
    { pods, runtime }: Load,
    private readonly index: number,
    private readonly share: number,
  ) {
    this.log = new ContainerLog(folderOf(pods, index));
    const now = clock();
    this.encode = (bytes) => RUNTIMES[runtime](bytes, 'stdout', now);
  }

  get isDone(): boolean {
    return this.lines >= this.share && this.next.length === 0;
  }

  /** Writes the lines that are due at once; the last event may be cut between two of its lines. */
  writeUpTo(due: number): void {
    const text: string[] = [];
    while (!this.isDone && this.lines < due) {
      if (this.next.length === 0) this.next = linesOf(this.index, this.events++);
      text.push(this.next.shift() ?? '');
      this.lines++;
    }
    this.write(text);
  }

  /** A program ends when it has written an event to its end: the next run has nothing to do with the last one. */
  restart(): void {
    const text = this.next.splice(0);
    this.lines += text.length;
    this.write(text);
    this.log.restart();
  }

  private write(text: readonly string[]): void {
    if (text.length === 0) return;
    const bytes = this.encode(bytesOf(`${text.join('\n')}\n`));
    this.bytes += bytes.length;
    this.log.write(bytes);
  }
}
