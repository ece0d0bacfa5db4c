import type { Treatment } from '../../../constructs';
import { asWritten, linesOf } from '../../../trial/container-lines';
import { shownEvents, totalsOf } from '../../../trial/show/shown';
import { trialText } from '../../../trial/show/text';
import { TrialFluentd } from '../../../trial/trial-fluentd';
import { configuration } from '../run/configuration';

/** Each explanation is a run of its own; where everything fails, a few say enough. */
const MOST = 3;

let explanations = 0;

/** `error` with what every stage changed of a case, so that it is seen which of them made it what it is. */
export async function explained(
  error: unknown,
  log: Buffer,
  treatment?: Omit<Treatment, 'name' | 'select'>,
): Promise<unknown> {
  if (!(error instanceof Error) || explanations++ >= MOST) return error;
  const treatments = treatment ? [{ name: 'case', ...treatment }] : [];
  const fluentd = await TrialFluentd.start(
    configuration('https://search', { routes: [{ name: 'cases' }], treatments }),
  );
  const lines = asWritten(linesOf(log));
  const [events = []] = await fluentd
    .run([{ namespace: 'cases', container: 'app', lines }])
    .finally(() => fluentd.end());
  const shown = shownEvents(events, lines.offsets);
  const form = { emphasis: (_: unknown, plain: string) => plain, width: 2_000 };
  const text = trialText(shown, totalsOf(shown, lines.offsets.length), form);
  error.message += `\nwritten:\n${log.toString().slice(0, 4_000)}\n${text}`;
  return error;
}
