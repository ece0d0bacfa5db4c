import { expect, test } from 'vitest';

import { FIRST_LINE } from '../../../../constructs/fluentd';

/** How the lines of `text` are joined, as fluent-plugin-concat does it. */
function events(text: string): string[] {
  const joined: string[] = [];
  for (const line of text.split('\n')) {
    if (joined.length === 0 || FIRST_LINE.test(line)) joined.push(line);
    else joined.push(`${joined.pop()}\n${line}`);
  }
  return joined;
}

const TRACES = {
  Java: `ERROR request failed
java.lang.IllegalStateException: no order
	at shop.Cart.pay(Cart.java:12)
Caused by: java.io.IOException: timeout
	at shop.Http.get(Http.java:7)
	... 12 more
	Suppressed: java.lang.Exception: close`,
  'Python 3.11': `ERROR boom
Traceback (most recent call last):
  File "x.py", line 1, in <module>
    a = 1 / 0
        ~~^~~
ZeroDivisionError: division by zero

During handling of the above exception, another exception occurred:

Traceback (most recent call last):
  File "x.py", line 3, in <module>
ValueError`,
  Go: `panic: boom

goroutine 1 [running]:
main.main()
	/src/main.go:4 +0x1d
main.(*Server).run(0xc000010250, {0x1, 0x2})
	/src/main.go:9 +0x1d
created by main.main in goroutine 1
	/src/main.go:2 +0x1d
exit status 2`,
  'Node.js': `request failed
TypeError: Cannot read properties of undefined
    at pay (/app/cart.js:3:7) {
  code: 'E'
}`,
  '.NET': `fail: Shop.Cart[0]
      Unhandled
      System.Exception: no order
         at Shop.Cart.Pay()`,
};

test.each(Object.entries(TRACES))('a stack trace of %s is one event, between lines of their own', (_, trace) => {
  expect(events(`before\n${trace}\nafter`)).toEqual(['before', trace, 'after']);
});

test('lines of a log stay lines', () => {
  const lines = [
    '2026-11-22 10:00:00 INFO started',
    '{"level":"error","message":"boom"}',
    '10.0.0.1 - - [22/Nov/2026:10:00:00 +0000] "GET / HTTP/1.1" 200 612',
    'level=info msg="created by user"',
    'created by the operator on request',
    'Errors: 0',
    'pay(order 12) took 3 ms',
    '[signal handler installed]',
  ];
  expect(events(lines.join('\n'))).toEqual(lines);
});
