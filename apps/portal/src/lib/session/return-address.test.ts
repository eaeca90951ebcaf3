import { describe, expect, it } from 'vitest';
import { localPath } from './return-address.ts';

describe('the address to come back to', () => {
  it.each(['/usulan', '/usulan?status=DRAFT&x=/y', '/en/telaah#isi'])('may be %s', (path) => {
    expect(localPath(path, '/beranda')).toBe(path);
  });
  const foreign = [
    '//jahat.contoh',
    '/\\jahat.contoh',
    'https://jahat.contoh',
    '/\t/jahat.contoh',
    '/..//jahat.contoh',
    'javascript:alert(1)',
    '',
    null,
    '/.//jahat.contoh',
  ];
  it.each(foreign)('may not be %s', (path) => {
    expect(localPath(path, '/beranda')).toBe('/beranda');
  });
});
