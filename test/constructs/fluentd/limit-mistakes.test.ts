import { expect, test } from 'vitest';

import {
  eventMistakes,
  MINIMUM_BUFFER_MIB,
  MINIMUM_MEMORY_MIB,
  memoryMistakes,
  routeBufferMistakes,
} from '../../../constructs/fluentd';

test('the defaults are right, and fit the least memory and buffer', () => {
  expect([MINIMUM_BUFFER_MIB, MINIMUM_MEMORY_MIB]).toEqual([24, 320]);
  expect(eventMistakes()).toEqual([]);
  expect(memoryMistakes(`${MINIMUM_BUFFER_MIB}Mi`, `${MINIMUM_MEMORY_MIB}Mi`)).toEqual([]);
});

test('fails when a chunk cannot fill while others are sent', () => {
  expect(memoryMistakes('23Mi', '1Gi')).toEqual([
    'bufferSize must be at least 24Mi (a chunk of 8Mi for each of 2 threads and one that fills), got 23Mi; raise it',
  ]);
});

test('fails when what is sent and held needs more memory', () => {
  expect(memoryMistakes('1Gi', '319Mi')).toEqual([
    'memory must be at least 320Mi (192Mi, 6 copies of a chunk of 8Mi for each of 2 threads, and 32Mi of held events), got 319Mi; raise it',
  ]);
  expect(memoryMistakes('1Gi', '512Mi', { chunkSize: '16Mi', heldSize: '256Mi' })).toEqual([
    'memory must be at least 640Mi (192Mi, 6 copies of a chunk of 16Mi for each of 2 threads, and 256Mi of held events), got 512Mi; raise it',
  ]);
});

test('fails with all mistakes at once: a chunk that Elasticsearch refuses, and no room for dead letters', () => {
  expect(memoryMistakes('1Gi', '2Gi', { chunkSize: '51Mi', deadLetterSize: '15Mi' })).toEqual([
    'limits.chunkSize must be at most 50Mi (half of http.max_content_length of Elasticsearch), got 51Mi; lower it',
    'limits.deadLetterSize must be at least 16Mi (two files), got 15Mi; raise it',
  ]);
});

test.each(['63Ki', '2Mi'] as const)('fails when an event is too small or does not fit a chunk: %s', (eventSize) => {
  expect(eventMistakes({ eventSize })).toEqual([
    `limits.eventSize must be 64Ki to 1024Ki (an eighth of chunkSize 8Mi, since a document holds the text twice and escapes it), got ${eventSize}; change it or chunkSize`,
  ]);
});

test('a larger chunk holds larger events', () => {
  expect(eventMistakes({ eventSize: '2Mi', chunkSize: '16Mi' })).toEqual([]);
});

test('fails with all mistakes of an event at once', () => {
  expect(eventMistakes({ eventLines: 0, eventAge: '2m', heldSize: '3Mi' })).toEqual([
    'limits.eventLines must be a whole number from 1 to 100000, got 0; change it',
    'limits.eventAge must be at most 60s, so that an event can be found within a minute, got 2m; lower it',
    'limits.heldSize must hold at least 4 events of eventSize 1Mi, got 3Mi; raise it',
  ]);
});

test('a route has a buffer for a chunk that is sent and one that fills, or none', () => {
  expect(routeBufferMistakes([{}, { bufferSize: '16Mi' }])).toEqual([]);
  expect(routeBufferMistakes([{}, { bufferSize: '15Mi' }])).toEqual([
    {
      path: [1, 'bufferSize'],
      message:
        'must be at least 16Mi (a chunk of 8Mi that is sent and one that fills), got "15Mi"; raise it, or leave it out to share the buffer of the others',
    },
  ]);
});
