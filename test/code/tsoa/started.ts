import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parse } from 'jsonc-parser'
import ts from 'typescript'
import { listening } from '../../samples/asking.js'
import { compileSample } from '../../samples/compile-sample.js'

const require = createRequire(import.meta.url)

/** A copy of an application of tsoa, with these settings beside those of its `tsoa.json`. */
export function copied(application: string, settings: object = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'tattletype-tsoa-'))
  cpSync(application, folder, { recursive: true })
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
  const config = { ...parse(readFileSync(join(folder, 'tsoa.json'), 'utf8')), ...settings }
  writeFileSync(join(folder, 'tsoa.json'), JSON.stringify(config))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** Has tsoa write the routes of an application, and starts the server that its `main.ts` exports. */
export async function startTsoa(folder: string): Promise<ReturnType<typeof listening>> {
  await writeRoutes(folder)
  const { server }: { server: Server } = require(join(compileSample(folder), 'main.js'))
  return listening(server)
}

/** What `tsoa routes` does in the folder of an application, with the defaults of its command. */
async function writeRoutes(folder: string): Promise<void> {
  const { generateRoutes }: typeof import('tsoa') = require('tsoa')
  const config = parse(readFileSync(join(folder, 'tsoa.json'), 'utf8'))
  const { config: tsconfig } = ts.readConfigFile(join(folder, 'tsconfig.json'), ts.sys.readFile)
  const { options } = ts.convertCompilerOptionsFromJson(tsconfig.compilerOptions, folder)
  const { routes } = config
  await generateRoutes(
    {
      noImplicitAdditionalProperties: 'ignore',
      bodyCoercion: true,
      ...config,
      ...routes,
      entryFile: join(folder, config.entryFile),
      controllerPathGlobs: config.controllerPathGlobs.map((glob: string) => join(folder, glob)),
      routesDir: join(folder, routes.routesDir),
      authenticationModule: join(folder, routes.authenticationModule),
      rootSecurity: config.spec.rootSecurity,
    },
    { ...options },
    [],
    undefined,
    config.defaultNumberType,
  )
}
