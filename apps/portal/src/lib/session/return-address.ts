const anywhere = 'http://simpul.invalid';

/**
 * Where to go after signing in. Only a path of this site: `//elsewhere`, `/\elsewhere` and the like, which browsers
 * read as another host, fall back, and so do control characters, which they drop.
 */
export function localPath(wish: string | null | undefined, fallback: string): string {
  if (!wish?.startsWith('/') || /[\\\p{Cc}]/u.test(wish)) return fallback;
  const url = URL.parse(wish, anywhere);
  if (!url || url.origin !== anywhere || url.pathname.startsWith('//')) return fallback;
  return url.pathname + url.search + url.hash;
}
