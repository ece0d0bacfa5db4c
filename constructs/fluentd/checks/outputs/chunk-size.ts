import { catalogue } from '../../plugins/catalogue.generated';
import type { Mistake } from '../places';
import type { ConfigurationRule, Surroundings } from '../rule';
import { textOf } from '../words/values';
import { type Buffer, buffersOf } from './buffers';
import { bytesOf, inFluentdsWords } from './sizes';

/** What Elasticsearch takes if nothing else is set (`http.max_content_length`). */
const MAX_CONTENT_LENGTH = 100 * 2 ** 20;

/**
 * Chunks that are more than Elasticsearch takes, or than the memory holds. A chunk of a file buffer may have 256 MiB unless
 * it says less, while Elasticsearch answers 413 to a request above 100 MiB, again and again:
 * https://github.com/uken/fluent-plugin-elasticsearch/issues/588,
 * https://github.com/atomita/fluent-plugin-aws-elasticsearch-service/issues/30.
 *
 * @see https://www.elastic.co/docs/reference/elasticsearch/configuration-reference/networking-settings#http-settings
 */
export const chunkSize: ConfigurationRule = {
  name: 'chunk-size',
  severity: 'error',
  reason:
    'A chunk that Elasticsearch refuses as too large is sent again for ever; one that memory cannot hold ends the process.',
  check: ({ directives, surroundings }) =>
    buffersOf(catalogue(), directives).flatMap((buffer) => [
      ...requestMistakes(buffer, surroundings),
      ...memoryMistakes(buffer, surroundings),
    ]),
};

function requestMistakes(buffer: Buffer, { maxContentLength: most = MAX_CONTENT_LENGTH }: Surroundings): Mistake[] {
  const { of, chunkLimit = 0, output } = buffer;
  if (!isElasticsearch(of)) return [];
  // The plugin makes several requests of a chunk that is above it; -1 means never.
  const threshold = bytesOf(output.at(-1)?.params?.bulk_message_request_threshold);
  if (chunkLimit <= most || (threshold !== undefined && threshold <= most)) return [];
  return [
    mistake(
      buffer,
      `must be at most what Elasticsearch takes (http.max_content_length, ${inFluentdsWords(most)})`,
      '8m',
    ),
  ];
}

function isElasticsearch(type: string): boolean {
  return /^(elasticsearch|opensearch)(_|$)/.test(type);
}

function memoryMistakes(buffer: Buffer, { memory = Number.POSITIVE_INFINITY }: Surroundings): Mistake[] {
  const { of, chunkLimit = 0, totalLimit = 0, params, path, type } = buffer;
  const threads = Number(textOf(params.flush_thread_count ?? 1));
  if (type === 'memory' && totalLimit > memory) {
    const text = `must be below the memory of the container (${inFluentdsWords(memory)}), got ${inFluentdsWords(totalLimit)}${'total_limit_size' in params || 'queue_limit_length' in params ? '' : ' by default'}; lower it, or use a buffer of the type file`;
    return [{ path, param: 'total_limit_size', text }];
  }
  // Others send a file as it is.
  if (chunkLimit * threads <= memory || !(type === 'memory' || isElasticsearch(of))) return [];
  const many = threads > 1 ? ` for each of ${threads} threads` : '';
  return [mistake(buffer, `must fit${many} into the memory of the container (${inFluentdsWords(memory)})`, '8m')];
}

function mistake({ path, params, chunkLimit = 0 }: Buffer, must: string, remedy: string): Mistake {
  const got = `got ${inFluentdsWords(chunkLimit)}${'chunk_limit_size' in params ? '' : ' by default'}`;
  return { path, param: 'chunk_limit_size', text: `${must}, ${got}; write for example ${remedy}` };
}
