import { defineEnvVars } from '@sveltejs/kit/env';

export const variables = defineEnvVars({
  SIMPUL_API_URL: {
    description: 'Where the API answers, without a path',
    schema: (value) => (value ?? 'http://127.0.0.1:3000').replace(/\/+$/, ''),
  },
  SIMPUL_PORTAL_SECRET: {
    description: 'Shared with the API: it knows the portal by it and believes the address of the visitor',
    schema: (value) => value ?? '',
  },
  SIMPUL_PLACE: {
    description: 'Whose Simpul it is, as the head of each page says; empty for none',
    schema: (value) => value ?? '',
  },
  SIMPUL_LETTERS: {
    description: 'The folder of letters, where they may be looked at: where Simpul is tried out',
    schema: (value) => value ?? '',
  },
});
