import { mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const require = createRequire(import.meta.url)

/** The folder of Express 4, which routing-controllers brings along; this package's own is 5. */
export const express4 = dirname(createRequire(require.resolve('routing-controllers')).resolve('express'))

/** Gives a compiled application Express 4; gives its folder. */
export function withExpress4(folder: string): string {
  mkdirSync(join(folder, 'node_modules'), { recursive: true })
  rmSync(join(folder, 'node_modules/express'), { force: true })
  symlinkSync(express4, join(folder, 'node_modules/express'))
  return folder
}
