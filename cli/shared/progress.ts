/** A line of Pulumi's log of one resource: sign of the operation, type, name, what happens. */
const resourceLine = /^\s*(?:[-+~<>=]+|\+-|-\+)?\s*\S+:\S+:\S+ (.*)$/;

/** What has come to an end. */
const finished = /\b(created|updated|deleted|replaced|refreshed|failed|error|warning|imported)\b/;

/**
 * Shows of Pulumi's log what has come to an end or is waited for, once each, and everything from its diagnostics on.
 *
 * Without a terminal Pulumi repeats the state of every resource whenever anything happens.
 */
export function progressFilter(show: (line: string) => void): (line: string) => void {
  const shown = new Set<string>();
  let closing = false;
  return (line) => {
    closing ||= /^(Diagnostics|Resources|Outputs):/.test(line);
    if (closing) {
      show(line);
      return;
    }
    const state = resourceLine.exec(line)?.[1];
    if (state === undefined || !(finished.test(state) || state.includes('Waiting'))) return;
    // A figure that counts up is no news: 0/3 ready, 1/3 ready, 12 s.
    const text = line.replace(/ \([^)]*\)/g, '').trimEnd();
    if (shown.has(text)) return;
    shown.add(text);
    show(line.trimEnd());
  };
}
