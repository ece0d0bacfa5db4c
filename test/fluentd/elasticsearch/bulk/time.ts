const TIME = /^(\d{4}-(?:0\d|1[0-2])-[0-3]\d)T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-][01]\d:[0-5]\d)$/;

/** Last whole millisecond that 64 bits of nanoseconds hold. */
const LAST = 9_223_372_036_854;

/** Days that exist: many documents have the same one. */
let knownDay = '';

/** Why a `date_nanos` refuses a text, if it does. */
export function timeRefusal(text: string): string | undefined {
  const [, day] = TIME.exec(text) ?? [];
  if (day === undefined || !exists(day)) {
    return `failed to parse date field [${text}] with format [strict_date_optional_time]`;
  }
  // Whole years in which an offset cannot lead out of the range.
  if (day > '1971' && day < '2262') return undefined;
  const instant = Date.parse(text);
  if (instant < 0) {
    return `date[${text}] is before the epoch in 1970 and cannot be stored in nanosecond resolution`;
  }
  if (instant > LAST) {
    return `date[${text}] is after 2262-04-11T23:47:16.854775807 and cannot be stored in nanosecond resolution`;
  }
  return undefined;
}

function exists(day: string): boolean {
  if (day === knownDay) return true;
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || !date.toISOString().startsWith(day)) return false;
  knownDay = day;
  return true;
}
