import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'

const root = fileURLToPath(new URL('.', import.meta.url))

export default defineConfig({
  root,
  base: '/console/',
  plugins: [vue()],
  define: { __VUE_PROD_DEVTOOLS__: false, __VUE_I18N_LEGACY_API__: false, __INTLIFY_PROD_DEVTOOLS__: false },
  build: {
    outDir: fileURLToPath(new URL('../../build/console', import.meta.url)),
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    // A style or picture inside a script would need a weaker policy of the page.
    assetsInlineLimit: 0,
  },
})
