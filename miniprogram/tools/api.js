/** `npm run api -- path/to/openapi.json` writes src/api/schema.d.ts from the server's own description. */
import { readFile, writeFile } from 'node:fs/promises'
import openapiTS, { astToString } from 'openapi-typescript'

const source = process.argv[2]
if (!source) {
  process.stderr.write('usage: npm run api -- path/to/openapi.json\n')
  process.exit(2)
}
const tree = await openapiTS(JSON.parse(await readFile(source, 'utf8')))
const head = '/** Written by `npm run api` from the server\'s /openapi.json; do not edit. */\n\n'
await writeFile(new URL('../src/api/schema.d.ts', import.meta.url), head + astToString(tree))
