// `fragments: 'tree'` builds each fragment element by element: no innerHTML, so the page needs no Trusted Types policy.
/** @type {import('@sveltejs/vite-plugin-svelte').SvelteConfig} */
export default {
  compilerOptions: { runes: true, fragments: 'tree' },
  vitePlugin: {
    dynamicCompileOptions: ({ filename }) =>
      filename.includes('node_modules') ? { runes: undefined } : undefined,
  },
};
