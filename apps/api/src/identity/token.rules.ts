import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { problem, type Problem } from '../platform/problem.rules.ts';

export const scopes = [
  'SCHEMA_READ',
  'AGGREGATE_READ',
  'NEED_READ',
  'PROGRAMME_READ',
  'PROPOSAL_READ',
  'ASN_DIRECTORY_READ',
  'WEBHOOK_MANAGE',
] as const;
export type Scope = (typeof scopes)[number];

/** A token lives 365 days at most (`api.md` 14). */
export const TOKEN_DAYS = 365;

const SHAPE = /^smp_([0-9a-f]{32})_([A-Za-z0-9_-]{43})$/;

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** 256 random bits, as text for a header or a cookie. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

export const writeToken = (id: string, secret: string): string => `smp_${id.replaceAll('-', '')}_${secret}`;

export function readToken(text: string): { id: string; secret: string } | null {
  const [, hex, secret] = SHAPE.exec(text) ?? [];
  if (!hex || !secret) return null;
  return { id: hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'), secret };
}

/** Compares in constant time. */
export function isSameSecret(secret: string, digest: string): boolean {
  return timingSafeEqual(Buffer.from(sha256(secret), 'hex'), Buffer.from(digest, 'hex'));
}

/** Last day of a token: after today and within the longest life. `lifetime` is counted in days from today. */
export function expiryProblems(lifetime: number): Problem[] {
  if (lifetime >= 1 && lifetime <= TOKEN_DAYS) return [];
  return [problem('INVALID', 'token_lifetime', ['expiresOn'], { max: TOKEN_DAYS })];
}
