import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: {
    alias: [{ find: /^#lib\//, replacement: fileURLToPath(new URL('./src/lib/', import.meta.url)) }],
  },
  test: { environment: 'node', include: ['src/**/*.test.ts'] },
});
