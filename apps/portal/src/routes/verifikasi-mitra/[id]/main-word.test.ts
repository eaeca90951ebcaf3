import { expect, test } from 'vitest';
import { mainWord } from './main-word.ts';

test.each([
  ['Universitas Nusa Cendana', 'Cendana'],
  ['Yayasan Contoh Flobamora', 'Flobamora'],
  ['PT Maju', 'Maju'],
  ['Lembaga', null],
  ['', null],
])('%j is found among others by %j', (name, word) => {
  expect(mainWord(name)).toBe(word);
});
