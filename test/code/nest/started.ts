import { mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compileSample } from '../../samples/compile-sample.js'

const require = createRequire(import.meta.url)

/** What the tests call on an application of NestJS. */
export interface App {
  setGlobalPrefix(prefix: string, options?: object): void
  enableVersioning(options: object): void
  useGlobalPipes(pipe: object): void
  listen(port: number): Promise<unknown>
  getUrl(): Promise<string>
  close(): Promise<unknown>
}

export const fixtureOf = (name: string): string => fileURLToPath(new URL(`fixtures/${name}/`, import.meta.url))

/** The framework as the fixtures load it. */
export function nestCommon() {
  require('reflect-metadata')
  return require('@nestjs/common')
}

/** Compiles a fixture and starts its `AppModule` on any port, set up as its `main.ts` does; packages that are not installed may be written out. */
export async function startNest(
  name: string,
  setUp: (app: App) => void,
  packages: Readonly<Record<string, string>> = {},
) {
  const compiled = compileSample(fixtureOf(name))
  for (const [module, text] of Object.entries(packages)) {
    const file = join(compiled, 'node_modules', module, 'index.js')
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
  nestCommon()
  const { AppModule } = require(join(compiled, 'app.module.js'))
  const options = { logger: false, abortOnError: false }
  const app: App = await require('@nestjs/core').NestFactory.create(AppModule, options)
  setUp(app)
  await app.listen(0)
  return { base: (await app.getUrl()).replace('[::1]', 'localhost'), stop: () => app.close() }
}
