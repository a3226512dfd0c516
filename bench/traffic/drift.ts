import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { harOf } from './har.js'
import type { Recording } from './samples.js'

/** What `redocly drift` says of one exchange, as far as it is read here. */
export interface Problem {
  readonly ruleId: string
  readonly message: string
  readonly method: string
  readonly path: string
  readonly status: number
  readonly target?: 'request' | 'response'
  readonly dataPath?: string
  readonly details?: {
    readonly operationPathTemplate?: string
    readonly params?: { readonly missingProperty?: string }
  }
}

const cli = createRequire(import.meta.url).resolve('@redocly/cli/bin/cli.js')

/** Holds the recorded traffic against a document with `redocly drift`. */
export function problemsOf({ server, exchanges }: Recording, document: string): readonly Problem[] {
  const folder = mkdtempSync(join(tmpdir(), 'traffic-'))
  const [har, out] = [join(folder, 'traffic.har'), join(folder, 'drift.json')]
  writeFileSync(har, harOf(exchanges))
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' }
  const args = [cli, 'drift', har, '--api', document, '--server', server, '--format', 'json', '--output', out]
  // It ends with 1 where it has found something; whether it ran at all, its report tells.
  spawnSync(process.execPath, args, { stdio: 'ignore', env })
  const report: { readonly problems: readonly Problem[] } = JSON.parse(readFileSync(out, 'utf8'))
  rmSync(folder, { recursive: true })
  return report.problems
}
