import { didYouMean } from '../../config/suggest.js'
import type { AuditOptions } from '../../model/options.js'
import { paintOf } from '../../reporters/pretty/paint.js'
import { type Audit, audited } from '../audited.js'
import { type CostColumn, costColumn, sortedBy } from '../cost/columns.js'
import { explanationText, figuresOf } from '../cost/explanation.js'
import { costTable } from '../cost/table.js'
import { exit } from '../exit.js'
import { endpointsNamed } from '../explain/endpoint.js'
import type { Flags } from '../flags.js'
import { emptySide } from '../gate.js'
import type { Io } from '../io.js'
import { printError } from '../messages.js'
import { parseOutputs, writeOutput } from '../outputs.js'
import { colorOf, widthOf } from '../terminal.js'
import type { Tool } from '../tool.js'

/** Prints what each endpoint cost to write, costs to keep in step and to mend; or of some, every term of it. */
export async function cost(flags: Flags, io: Io, tool: Tool): Promise<number> {
  const column = costColumn(flags.sort)
  const outputs = parseOutputs(flags.format ?? ['pretty'], ['pretty', 'json'])
  if (!column.ok) return refuse(io, column.error)
  if (!outputs.ok) return refuse(io, outputs.error)
  const history: AuditOptions['history'] = async (documents, served) =>
    (await import('../../history/history.js')).historyOf(
      io.cwd,
      documents,
      served,
      flags.cache === false ? undefined : tool.version,
    )
  const priced: Tool = { ...tool, audit: (options) => tool.audit({ ...options, history }) }
  return audited(flags, io, priced, (audit) => {
    const empty = emptySide(audit.all, audit.routes)
    if (empty !== null) return refuse(io, { message: empty })
    const known = audit.report.endpoints.map(({ method, path }) => `${method} ${path}`)
    const asked = flags.explain === undefined ? undefined : endpointsNamed(flags.explain, audit.report.endpoints)
    if (asked?.length === 0) {
      return refuse(io, {
        message: `no endpoint "${flags.explain}" on either side.${didYouMean(flags.explain ?? '', known)}`,
      })
    }
    for (const { format, file } of outputs.value) {
      const paint = paintOf(file === null && colorOf(io.out, io.env, flags.color))
      const width = widthOf(io.out)
      const lines = () =>
        asked === undefined
          ? costTable(audit.report, column.value, paint, width)
          : asked.flatMap((endpoint) => [...explanationText(endpoint, figuresOf(endpoint, audit), paint, width), ''])
      const text = format === 'json' ? jsonOf(audit, column.value, asked) : `${lines().join('\n').trimEnd()}\n`
      const mistake = writeOutput(io, file, text)
      if (mistake !== null) return refuse(io, mistake)
    }
    return exit.clean
  })
}

function jsonOf(audit: Audit, column: CostColumn, asked: Audit['report']['endpoints'] | undefined): string {
  const { report } = audit
  const endpoints = sortedBy(column, asked ?? report.endpoints).map((endpoint) => ({
    ...(endpoint.project === undefined ? {} : { project: endpoint.project }),
    method: endpoint.method,
    path: endpoint.path,
    state: endpoint.state,
    ...endpoint.cost,
    ...(asked === undefined ? {} : { figures: figuresOf(endpoint, audit) }),
  }))
  return `${JSON.stringify({ version: 1, tool: report.tool, summary: report.summary.cost, endpoints }, null, 2)}\n`
}

function refuse(io: Io, error: Parameters<typeof printError>[1]): number {
  printError(io, error)
  return exit.failed
}
