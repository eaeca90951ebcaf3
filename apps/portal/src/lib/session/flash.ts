import type { RequestEvent } from '@sveltejs/kit';

export type Tone = 'success' | 'info' | 'warning' | 'error';
export interface Flash {
  tone: Tone;
  text: string;
}

const name = 'pesan';
const tones: readonly string[] = ['success', 'info', 'warning', 'error'] satisfies Tone[];

/** Says on the next page what came of the deed: call it in a form action just before `redirect`. */
export function flash({ cookies, url }: RequestEvent, text: string, tone: Tone = 'success'): void {
  const secure = url.protocol === 'https:';
  cookies.set(name, JSON.stringify({ tone, text }), {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure,
    maxAge: 60,
  });
}

/** Read once, by the layout. */
export function takeFlash({ cookies }: Pick<RequestEvent, 'cookies'>): Flash | null {
  const stored = cookies.get(name);
  if (!stored) return null;
  cookies.delete(name, { path: '/' });
  try {
    const { tone, text } = JSON.parse(stored) as Partial<Flash>;
    return typeof text === 'string' && tone && tones.includes(tone) ? { tone, text } : null;
  } catch {
    return null;
  }
}
