import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';
import { announcerWithoutStyle } from './vite/announcer.ts';

const api = process.env.SIMPUL_API_URL ?? 'http://127.0.0.1:3000';
const proxied = ['/graphql', '/auth', '/livez', '/readyz'];

export default defineConfig({
  server: { proxy: Object.fromEntries(proxied.map((path) => [path, api])) },
  // Fonts and images stay files: the policy below allows no data: addresses but for the icon.
  build: { assetsInlineLimit: 0 },
  plugins: [
    announcerWithoutStyle(),
    tailwindcss(),
    sveltekit({
      adapter: adapter({ out: 'build' }),
      paths: { relative: false },
      csp: {
        mode: 'nonce',
        directives: {
          'default-src': ['none'],
          'script-src': ['self'],
          'style-src': ['self'],
          'font-src': ['self'],
          'img-src': ['self'],
          'connect-src': ['self'],
          'manifest-src': ['self'],
          'form-action': ['self'],
          'frame-ancestors': ['none'],
          'base-uri': ['none'],
        },
      },
      compilerOptions: { runes: ({ filename }) => (filename.includes('node_modules') ? undefined : true) },
    }),
  ],
});
