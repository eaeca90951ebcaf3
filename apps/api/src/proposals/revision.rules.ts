import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Content, NeedLink } from './content.rules.ts';

/** Grows when the shape of what is frozen changes, so that an old text is read as what it was. */
const FORMAT = 1;

/** What a partner sends and an approver signs. */
export interface Sealed {
  content: Content;
  needs: NeedLink[];
  initiativeReason: string | null;
}

/**
 * The frozen text (canonical JSON, RFC 8785, with a format number) and its digest: 64 hex digits of SHA-256 over
 * exactly that text in UTF-8.
 */
export function seal({ content, needs, initiativeReason }: Sealed): { text: string; digest: string } {
  const text = canonicalize({ format: FORMAT, content, needs, initiativeReason });
  if (text === undefined) throw new Error('The text of a proposal is always an object');
  return { text, digest: digestOf(text) };
}

export const digestOf = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** Reads a frozen text. An unknown format is a fault of ours and throws. */
export function unseal(text: string): Sealed {
  const { format, ...sealed } = JSON.parse(text) as Sealed & { format: number };
  if (format !== FORMAT) throw new Error(`A revision has the unknown format ${format}`);
  return sealed;
}
