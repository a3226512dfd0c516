import type { Server } from 'node:http'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { listening } from '../../samples/asking.js'
import { compileSample } from '../../samples/compile-sample.js'
import { forgetControllers } from '../../samples/forget-controllers.js'
import { withExpress4 } from '../../samples/with-express-4.js'

const require = createRequire(import.meta.url)

/** Compiles a fixture, whose paths are written for the Express that routing-controllers brings along, and starts the server that its `main.ts` exports. */
export function startFixture(fixture: string): ReturnType<typeof listening> {
  forgetControllers()
  const { server }: { server: Server } = require(join(withExpress4(compileSample(fixture)), 'main.js'))
  return listening(server)
}
