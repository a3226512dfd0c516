import { configSchema } from '../../config/schema.js'
import { didYouMean } from '../../config/suggest.js'
import { reportSchema } from '../../reporters/report-schema.js'
import { weeklySchema } from '../../reporters/weekly-schema.js'
import { exit } from '../exit.js'
import type { Io } from '../io.js'
import { printError } from '../messages.js'
import { vocabularyOf } from '../prepare.js'
import type { Tool } from '../tool.js'

/** Prints the JSON Schema of the report, of the weekly report, or of the configuration. */
export function schema(name: string, io: Io, tool: Tool): number {
  const known: Readonly<Record<string, unknown>> = {
    report: reportSchema,
    weekly: weeklySchema,
    config: configSchema(vocabularyOf(tool)),
  }
  if (!Object.hasOwn(known, name)) {
    const names = Object.keys(known)
    printError(io, {
      message: `there is a schema of ${names.join(', ')}, not of "${name}".${didYouMean(name, names)}`,
    })
    return exit.failed
  }
  io.out.write(`${JSON.stringify(known[name], null, 2)}\n`)
  return exit.clean
}
