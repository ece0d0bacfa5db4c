import { type KeyPair, newAuthority, newCertificate } from '../../../stacks/secrets/certificates';

/** A certificate for `localhost`, and the authority that signed it. */
export interface Certificate extends KeyPair {
  /** As PEM. */
  readonly authority: string;
}

let made: Promise<Certificate> | undefined;

/** The certificate of every Fluentd of this process. */
export function certificateOfTests(): Promise<Certificate> {
  made ??= make();
  return made;
}

async function make(): Promise<Certificate> {
  const authority = await newAuthority('test');
  return { authority: authority.certificate, ...(await newCertificate(authority, ['localhost'])) };
}
