import type { BrowserContext } from '@playwright/test';

export const PASSWORD = 'simpul-demo';

/** The demo's accounts by what they are. */
export const who = {
  university: 'mitra@univ.contoh',
  ngo: 'mitra@lsm.contoh',
  pending: 'mitra@karya.contoh',
  asking: 'dosen@univ.contoh',
  secretariat: 'sekretariat@alak.contoh',
  reviewer1: 'penelaah1@alak.contoh',
  reviewer2: 'penelaah2@alak.contoh',
  approver: 'camat@alak.contoh',
  hr: 'kepegawaian@alak.contoh',
  asn: 'asn@alak.contoh',
  supervisor: 'atasan@alak.contoh',
  admin: 'admin@alak.contoh',
} as const;
export type Who = keyof typeof who;

/** Signs the context in as the API does it, without walking through the page. */
export async function signIn(context: BrowserContext, as: Who): Promise<void> {
  const response = await context.request.post('/auth/sign-in', {
    data: { email: who[as], password: PASSWORD },
  });
  if (response.status() !== 204) throw new Error(`${as} could not sign in: ${response.status()}`);
}
