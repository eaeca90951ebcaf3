// No page ships JavaScript unless it asks for it (`export const csr = true` in its +page.ts): every journey works
// without, and the weakest link gets the whole page. Forms that gain from `use:enhance` ask; lists do not.
export const csr = false;
