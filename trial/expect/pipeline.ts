import { Construct, type IConstruct } from 'constructs';
import { defineEnvironment, type EnvironmentInput } from '../../environments';
import { missingFluentd } from '../../local/fluentd';
import { InputError } from '../../review/errors';
import type { Collector } from '../collector';
import { writtenByRuntime } from '../container-lines';
import { collectorOfConstruct, collectorOfEnvironment } from '../of-constructs';
import { readingOf, requireRead } from '../reading';
import type { ContainerName } from '../trial-log';
import { Given } from './given';
import { SharedFluentd } from './shared-fluentd';
import type { GivenLine, GivenOptions, PipelineExpectations, PipelineTestOptions, PipelineUnderTest } from './types';

/**
 * The pipeline of a collector, for expectations of what it makes of lines, on the real Fluentd. It is started once for all that
 * is expected of pipelines with the same configuration in a file of tests, and ends with the process.
 *
 * @param pipeline an environment, or a construct that is a `Fluentd` or has one in it, such as its chart
 * @throws EnvironmentError, PropsError or InputError if there is no pipeline in it
 */
export function expectPipeline(
  pipeline: EnvironmentInput | IConstruct,
  options: PipelineTestOptions = {},
): PipelineUnderTest {
  const collector = Construct.isConstruct(pipeline)
    ? collectorOfConstruct(pipeline)
    : collectorOfEnvironment(defineEnvironment(pipeline as EnvironmentInput));
  return new Pipeline(collector, options);
}

class Pipeline implements PipelineUnderTest {
  private readonly shared: SharedFluentd;
  private missing: Promise<string | undefined> | undefined;

  constructor(
    private readonly collector: Collector,
    private readonly options: PipelineTestOptions,
  ) {
    this.shared = SharedFluentd.of(collector);
  }

  given(
    container: `${string}/${string}`,
    lines: GivenLine | readonly GivenLine[],
    { stream = 'stdout', labels }: GivenOptions = {},
  ): PipelineExpectations {
    const name = { ...nameOf(container), ...(labels && { labels }) };
    const texts = (isList(lines) ? lines : [lines]).map(bytesOf);
    if (texts.length === 0) throw new InputError(`[${container}] must be given lines, got none; give some`);
    requireRead(readingOf(this.collector), name);
    const written = writtenByRuntime(texts.map((text) => ({ text, stream })));
    const ask = this.shared.add({ ...name, lines: written });
    return new Given(container, texts, written.offsets, () => this.unlessSkipped(ask));
  }

  async ready(): Promise<void> {
    await this.unlessSkipped(() => this.shared.ready());
  }

  /** Undefined where there is no Fluentd, and the tests want to go on without. */
  private async unlessSkipped<T>(ask: () => Promise<T>): Promise<T | undefined> {
    if (this.options.withoutFluentd !== 'skip') return ask();
    this.missing ??= missingFluentd().then((reason) => {
      if (reason !== undefined) console.warn(`not checked here: what pipelines make of lines, it needs ${reason}`);
      return reason;
    });
    return (await this.missing) === undefined ? ask() : undefined;
  }
}

function nameOf(container: string): ContainerName {
  const [, namespace = '', name = ''] = /^([a-z0-9][-a-z0-9]*)\/([a-z0-9][-a-z0-9]*)$/.exec(container) ?? [];
  if (name !== '') return { namespace, container: name };
  throw new InputError(
    `[given] must name a container as <namespace>/<container>, got ${JSON.stringify(container)}; write for example shop/cart`,
  );
}

function isList(lines: GivenLine | readonly GivenLine[]): lines is readonly GivenLine[] {
  return Array.isArray(lines);
}

function bytesOf(line: GivenLine): Uint8Array {
  if (line instanceof Uint8Array) return line;
  return Buffer.from(typeof line === 'string' ? line : JSON.stringify(line));
}
