import { randomUUID } from 'node:crypto';

/**
 * Ids as the world sees them: a prefix of three letters and 22 base64url characters of a random UUID (`prp_…`). Inside,
 * rows carry the plain UUID.
 */
const SHAPE = /^(?<prefix>[a-z]{3})_(?<random>[A-Za-z0-9_-]{22})$/;

export const newId = (): string => randomUUID();

export function encodeId(prefix: string, uuid: string): string {
  return `${prefix}_${Buffer.from(uuid.replaceAll('-', ''), 'hex').toString('base64url')}`;
}

/** The UUID of a well-formed id with this prefix, else null. One UUID has one spelling only. */
export function decodeId(prefix: string, id: string): string | null {
  const parts = splitId(id);
  return parts && parts.prefix === prefix ? parts.uuid : null;
}

export function splitId(id: string): { prefix: string; uuid: string } | null {
  const { prefix, random } = SHAPE.exec(id)?.groups ?? {};
  if (!prefix || !random) return null;
  const hex = Buffer.from(random, 'base64url').toString('hex');
  const uuid = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return encodeId(prefix, uuid) === id ? { prefix, uuid } : null;
}
