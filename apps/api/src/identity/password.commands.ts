import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import * as common from '@zxcvbn-ts/language-common';
import * as indonesian from '@zxcvbn-ts/language-id';
import type { Problem } from '../platform/problem.rules.ts';
import { passwordProblems, withoutWordsOf } from './password.rules.ts';

const estimator = new ZxcvbnFactory({
  dictionary: { ...common.dictionary, ...indonesian.dictionary },
  graphs: common.adjacencyGraphs,
  // Bounds on what the estimate costs: without them, 128 characters take a second.
  l33tMaxSubstitutions: 10,
  maxLength: 64,
});

/** What is wrong with a new password of somebody of whom this is known (name, address). */
export const newPasswordProblems = (password: string, about: readonly string[]): Problem[] =>
  passwordProblems(password, estimator.check(withoutWordsOf(password, about)).score);

/** Argon2id at OWASP's figures: 19 MiB, two passes, one lane. */
const COST = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 } as const;

const derive = promisify(argon2);

async function digest(password: string, nonce: Buffer): Promise<Buffer> {
  return derive('argon2id', { message: password.normalize('NFC'), nonce, ...COST });
}

/** A new hash in a text of its own: `argon2id$<salt>$<tag>`, both base64url. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  return `argon2id$${salt.toString('base64url')}$${(await digest(password, salt)).toString('base64url')}`;
}

/** For accounts that do not exist: as much work as a real comparison, and never the same. */
const nobodysHash = `argon2id$${randomBytes(16).toString('base64url')}$${randomBytes(32).toString('base64url')}`;

/** Always one run of argon2, so that the time tells nothing about whether the account exists. */
export async function isPassword(password: string, hash: string | null): Promise<boolean> {
  const [, salt = '', tag = ''] = (hash ?? nobodysHash).split('$');
  const found = await digest(password, Buffer.from(salt, 'base64url'));
  return timingSafeEqual(found, Buffer.from(tag, 'base64url')) && hash !== null;
}
