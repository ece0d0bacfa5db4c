import { Refusal } from './body';

const VERSION = /compatible-with=(\d+)/;

/**
 * The content type of an answer.
 *
 * @param major version of the server, which takes media types of its own version and of the one before
 * @throws Refusal for headers that Elasticsearch does not take
 */
export function answerType(major: number, contentType: string | undefined, accept: string | undefined): string {
  const [sent] = VERSION.exec(contentType ?? '')?.slice(1) ?? [];
  const [wanted] = VERSION.exec(accept ?? '')?.slice(1) ?? [];
  for (const [header, version, text] of [
    ['Accept', wanted, accept],
    ['Content-Type', sent, contentType],
  ] as const) {
    if (version !== undefined && ![major, major - 1].includes(Number(version))) {
      throw invalid(
        `${header} version must be either version ${major} or ${major - 1}, but found ${version}. ${header}=${text}`,
      );
    }
  }
  if ((sent === undefined) !== (wanted === undefined)) {
    const reason =
      'A compatible version is required on both Content-Type and Accept headers if either one has requested';
    throw invalid(`${reason} a compatible version. Accept=${accept}, Content-Type=${contentType}`);
  }
  return wanted === undefined ? 'application/json' : `application/vnd.elasticsearch+json;compatible-with=${wanted}`;
}

function invalid(reason: string): Refusal {
  return new Refusal(400, {
    type: 'media_type_header_exception',
    reason: 'Invalid media-type value on headers [Accept, Content-Type]',
    caused_by: { type: 'status_exception', reason },
  });
}
