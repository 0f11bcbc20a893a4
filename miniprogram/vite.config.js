import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const uniModule = (await import('@dcloudio/vite-plugin-uni')).default
const uni = uniModule.default ?? uniModule

/** No page may ask any other origin for anything: pictures and fonts the packages load from their vendors are cut. */
function ownOriginOnly() {
  return {
    name: 'own-origin-only',
    enforce: 'post',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === 'asset' && /\.(css|wxss)$/.test(file.fileName)) {
          file.source = String(file.source)
            .replace(/@font-face\s*\{[^}]*url\(["']?https?:[^}]*\}/g, '')
            .replace(/url\(["']?https?:[^)]*\)/g, 'none')
        }
      }
    }
  }
}

/** The mini-program has no Headers, Response or FormData: openapi-fetch gets the shapes of `src/api/shapes.ts`. */
function wireShapes() {
  const shapes = "import { WireHeaders as Headers, WireResponse as Response, WireForm as FormData } from '@/api/shapes';\n"
  return {
    name: 'wire-shapes',
    transform: (code, id) => (/openapi-fetch\/dist\/index/.test(id) ? shapes + code : null)
  }
}

export default defineConfig({
  plugins: [wireShapes(), uni(), ownOriginOnly()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  css: { preprocessorOptions: { scss: { silenceDeprecations: ['legacy-js-api', 'import'], quietDeps: true } } },
  build: { target: 'es2018', chunkSizeWarningLimit: 600 }
})
