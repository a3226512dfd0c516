import { mkdirSync, rmSync, symlinkSync } from 'node:fs'
import type { Server } from 'node:http'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { listening } from '../../samples/asking.js'
import { compileSample } from '../../samples/compile-sample.js'
import { forgetControllers } from '../../samples/forget-controllers.js'

const require = createRequire(import.meta.url)

/** The paths of the fixture are written for the Express that routing-controllers brings along, not for this package's. */
function withExpress4(folder: string): string {
  const own = dirname(createRequire(require.resolve('routing-controllers')).resolve('express'))
  mkdirSync(join(folder, 'node_modules'), { recursive: true })
  rmSync(join(folder, 'node_modules/express'), { force: true })
  symlinkSync(own, join(folder, 'node_modules/express'))
  return folder
}

/** Compiles a fixture, and starts the server that its `main.ts` exports. */
export function startFixture(fixture: string): ReturnType<typeof listening> {
  forgetControllers()
  const { server }: { server: Server } = require(join(withExpress4(compileSample(fixture)), 'main.js'))
  return listening(server)
}
