import type { AuditResult } from '../../model/audit-result.js'
import { audited } from '../audited.js'
import { exit } from '../exit.js'
import type { Flags } from '../flags.js'
import type { Io } from '../io.js'
import { printError } from '../messages.js'
import { parseOutputs, writeOutput } from '../outputs.js'
import { routesTable } from '../routes-table.js'
import { colorOf } from '../terminal.js'
import type { Tool } from '../tool.js'

/** Lists what each side has, what matches, what could not be followed and what is ignored. */
export function routes(flags: Flags, io: Io, tool: Tool): Promise<number> {
  return audited(flags, io, tool, (result) => {
    const outputs = parseOutputs(flags.format ?? ['pretty'], ['pretty', 'json'])
    const mistakes = outputs.ok
      ? outputs.value.map(({ format, file }) =>
          writeOutput(
            io,
            file,
            format === 'json'
              ? jsonOf(result)
              : routesTable(result, file === null && colorOf(io.out, io.env, flags.color)),
          ),
        )
      : [outputs.error]
    const [mistake] = mistakes.filter((error) => error !== null)
    if (mistake) printError(io, mistake)
    return mistake ? exit.failed : exit.clean
  })
}

function jsonOf({ routes: { code, spec, unresolved, ignored } }: Extract<AuditResult, { ok: true }>): string {
  return `${JSON.stringify({ code, spec, unresolved, ignored }, null, 2)}\n`
}
