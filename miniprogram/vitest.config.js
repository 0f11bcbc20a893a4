import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

const ELEMENTS = new Set(['view', 'text', 'image', 'scroll-view', 'button', 'canvas', 'video', 'web-view', 'page-meta'])

/** uni-app compiles one platform's lines at a time; tests see those of H5. */
function browserLinesOnly() {
  return {
    name: 'browser-lines-only',
    enforce: 'pre',
    transform(code, id) {
      if (id.includes('node_modules') || !code.includes('#ifdef')) return null
      return code.replace(/\/\/ #ifdef MP-WEIXIN[\s\S]*?\/\/ #endif/g, '')
    }
  }
}

export default defineConfig({
  plugins: [browserLinesOnly(), vue({ template: { compilerOptions: { isCustomElement: (tag) => ELEMENTS.has(tag) } } })],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  test: { environment: 'happy-dom', include: ['unit/**/*.test.ts'], testTimeout: 60_000 }
})
