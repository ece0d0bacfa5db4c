/** What an event of the load is. */
export type Kind = 'json' | 'plain' | 'trace';

/** Events after which the mix begins again: of 100 lines 70 are JSON, 25 plain text, and 5 a stack trace. */
const ROUND = 96;

/** What stands at `place` of the log of a container; traces are among the others, not in a row. */
export function kindOf(place: number): Kind {
  const step = (place * 37) % ROUND;
  if (step < 70) return 'json';
  return step < 95 ? 'plain' : 'trace';
}

/** The lines of the event at `place` of container number `container`; nothing but these two decides on the text. */
export function linesOf(container: number, place: number): string[] {
  const key = `c${container}-${place}`;
  const kind = kindOf(place);
  if (kind === 'json') return [json(key, place)];
  const time = `2026-11-25 07:${two(place / 60)}:${two(place)},${100 + (place % 900)}`;
  if (kind === 'plain') {
    return [`${time} INFO  [worker-${place % 8}] ${key} reserved ${place % 5} items for customer ${place % 9973}`];
  }
  return [
    `${time} ERROR [worker-${place % 8}] ${key} order failed`,
    `java.lang.IllegalStateException: no stock for item ${place % 997}`,
    `\tat com.example.shop.OrderService.place(OrderService.java:${100 + (place % 50)})`,
    '\tat com.example.shop.OrderController.post(OrderController.java:57)',
    '\tat java.base/java.lang.Thread.run(Thread.java:1583)',
  ];
}

/** Where an event belongs, from the text of its first line. */
export function keyOf(message: string): { container: number; place: number } | undefined {
  const [, container, place] = /\bc(\d+)-(\d+)\b/.exec(message) ?? [];
  return place === undefined ? undefined : { container: Number(container), place: Number(place) };
}

function json(key: string, place: number): string {
  return `{"level":"info","logger":"http","order":"${key}","message":"GET /api/v1/orders/${place} answered","status":${place % 50 === 0 ? 503 : 200},"duration_ms":${(place % 1000) / 8},"bytes":${place * 7},"client":"10.12.${place % 250}.${place % 199}","trace":{"id":"4bf92f3577b34da6a3ce929d0e0e4736","span":"00f067aa0ba902b7"}}`;
}

function two(value: number): string {
  return String(Math.floor(value) % 60).padStart(2, '0');
}
