import { json } from './json.js'
import { pretty } from './pretty.js'
import type { Reporter } from './reporter.js'

/** Every format by the name that `--format` takes. */
export const reporters = { json, pretty } satisfies Record<string, Reporter>

export type ReporterId = keyof typeof reporters
