import type { Faults } from './faults';
import { StandIn, type StandInOptions, type Traffic } from './stand-in';

/** How a stand-in in a process of its own behaves: what can be sent to a process. */
export interface OwnProcessOptions extends Omit<StandInOptions<string>, 'dataStreams' | 'keep'> {
  /**
   * Regular expression whose whole match in `message` is kept of a document; nothing is kept where it does not match.
   *
   * @default - the message as it is
   */
  readonly kept?: string;
}

/** What a stand-in is told. */
export type Command =
  | { readonly name: 'start'; readonly options: OwnProcessOptions }
  | { readonly name: 'fail'; readonly faults: Omit<Faults, 'refuse'>; readonly refused?: string }
  | { readonly name: 'leave' }
  | { readonly name: 'comeBack' }
  | { readonly name: 'report' };

/** What is known of a stand-in. */
export interface Report {
  readonly endpoint: StandIn<string>['endpoint'];
  readonly traffic: Traffic;
  /** Documents that a sink has taken. */
  readonly taken: number;
  /** What was kept of the documents, by data stream. */
  readonly kept: Readonly<Record<string, readonly string[]>>;
}

let standIn: StandIn<string> | undefined;

async function obey(command: Command): Promise<Report | undefined> {
  if (command.name === 'start') {
    const pattern = command.options.kept === undefined ? /.*/s : new RegExp(command.options.kept);
    standIn = await StandIn.start({
      ...command.options,
      keep: ({ message }) => pattern.exec(typeof message === 'string' ? message : '')?.[0] ?? '',
    });
  }
  if (!standIn) throw new Error('the stand-in was not started');
  if (command.name === 'fail') standIn.faults = { ...command.faults, ...refusal(command.refused) };
  if (command.name === 'leave') await standIn.leave();
  if (command.name === 'comeBack') await standIn.comeBack();
  if (command.name !== 'start' && command.name !== 'report') return undefined;
  const kept = standIn.dataStreams.map((name) => [name, [...(standIn?.documents(name).values() ?? [])]]);
  return { endpoint: standIn.endpoint, traffic: standIn.traffic, taken: standIn.taken, kept: Object.fromEntries(kept) };
}

function refusal(pattern: string | undefined): Pick<Faults, 'refuse'> {
  if (pattern === undefined) return {};
  const refused = new RegExp(pattern);
  return { refuse: ({ message }) => (refused.test(String(message)) ? 'told to' : undefined) };
}

process.on('message', async (command: Command) => process.send?.({ report: await obey(command) }));
process.once('disconnect', () => process.exit());
