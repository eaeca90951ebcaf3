import { expect, test } from 'vitest';
import { fullName } from './asn.rules.ts';

test.each([
  [
    { frontTitle: 'Dr.', name: 'Andi Nurhayati', backTitle: 'S.Sos., M.Si.' },
    'Dr. Andi Nurhayati, S.Sos., M.Si.',
  ],
  [{ frontTitle: 'drg.', name: 'Yosep Nalle', backTitle: null }, 'drg. Yosep Nalle'],
  [{ frontTitle: null, name: 'Maria Tallo', backTitle: 'S.STP.' }, 'Maria Tallo, S.STP.'],
  [{ frontTitle: null, name: 'Soleman', backTitle: null }, 'Soleman'],
])('%j is written %s', (parts, written) => {
  expect(fullName(parts)).toBe(written);
});
