import type { Plugin } from 'vite';

/**
 * The router's announcer hides itself by a style attribute, which the content policy refuses with an error on every
 * page. The attribute is dropped here; `base.css` hides the element.
 */
export function announcerWithoutStyle(): Plugin {
  return {
    name: 'simpul:announcer-without-style',
    enforce: 'pre',
    transform: {
      filter: { id: /kit\/src\/runtime\/components\/root\.svelte$/ },
      handler: (code) => {
        const plain = code.replace(/(id="svelte-announcer"[^>]*?)\s+style="[^"]*"/, '$1');
        if (plain === code)
          throw new Error('The announcer of SvelteKit has changed: look at vite/announcer.ts');
        return { code: plain, map: null };
      },
    },
  };
}
