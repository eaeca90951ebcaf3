import { problem, textProblems, type Problem } from '../platform/problem.rules.ts';

/** An address is stored as it was written and compared without regard to capitals. RFC 5321 bounds it at 254. */
const ADDRESS = /^[^\s@<>"(),:;[\]\\]{1,64}@[^\s@<>"(),:;[\]\\]+\.[^\s@<>"(),:;[\]\\.]{2,}$/u;
const LONGEST_ADDRESS = 254;

export const accountStates = ['INVITED', 'ACTIVE', 'CLOSED'] as const;
export type AccountState = (typeof accountStates)[number];

export function accountState(account: { activatedAt: string | null; closedAt: string | null }): AccountState {
  if (account.closedAt) return 'CLOSED';
  return account.activatedAt ? 'ACTIVE' : 'INVITED';
}

export const accountActions = ['SEND_LINK', 'PRINT_CODE', 'GRANT_ROLE', 'CLOSE', 'REOPEN'] as const;
export type AccountAction = (typeof accountActions)[number];

/** What may be done with an account by somebody who manages it. `onPaper`: whether a printed code may open it. */
export function actionsOn(state: AccountState, onPaper: boolean): AccountAction[] {
  if (state === 'CLOSED') return ['REOPEN'];
  const paper = state === 'INVITED' || onPaper;
  return ['SEND_LINK', ...(paper ? (['PRINT_CODE'] as const) : []), 'GRANT_ROLE', 'CLOSE'];
}

export function addressProblems(email: string): Problem[] {
  const path = ['email'];
  const written = email.trim();
  if (written === '') return [problem('REQUIRED', 'required', path)];
  if (written.length > LONGEST_ADDRESS)
    return [problem('TOO_LONG', 'too_long', path, { max: LONGEST_ADDRESS })];
  return ADDRESS.test(written) ? [] : [problem('INVALID', 'address_malformed', path)];
}

export const newAccountProblems = ({
  displayName,
  email,
}: {
  displayName: string;
  email: string;
}): Problem[] => [
  ...textProblems(displayName, ['displayName'], { min: 3, max: 120 }),
  ...addressProblems(email),
];
