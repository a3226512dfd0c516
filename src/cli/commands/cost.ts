import type { AuditOptions } from '../../model/options.js'
import type { Report } from '../../model/report.js'
import { paintOf } from '../../reporters/pretty/paint.js'
import { count, duration, percent } from '../../reporters/pretty/words.js'
import { audited } from '../audited.js'
import { exit } from '../exit.js'
import type { Flags } from '../flags.js'
import type { Io } from '../io.js'
import { table } from '../table.js'
import { colorOf } from '../terminal.js'
import type { Tool } from '../tool.js'

/** Prints what each endpoint cost to write and costs to mend, dearest first. */
export function cost(flags: Flags, io: Io, tool: Tool): Promise<number> {
  const history: AuditOptions['history'] = async (documents) =>
    (await import('../../history/document-history.js')).documentsHistory(io.cwd, documents)
  const priced: Tool = { ...tool, audit: (options) => tool.audit({ ...options, history }) }
  return audited(flags, io, priced, ({ report }) => {
    io.out.write(costTable(report, colorOf(io.out, io.env, flags.color)))
    return exit.clean
  })
}

function costTable({ endpoints, summary }: Report, color: boolean): string {
  const paint = paintOf(color)
  const hours = summary.cost.constants.hoursPerDay ?? 8
  const { points, creation, upkeep, mending, debtRatio, grade, unknown } = summary.cost
  const dearest = [...endpoints].sort((a, b) => b.cost.mending - a.cost.mending || b.cost.creation - a.cost.creation)
  const rows = dearest.map((endpoint) => [
    endpoint.method,
    endpoint.path,
    endpoint.cost.points.toFixed(1),
    duration(endpoint.cost.creation, hours),
    duration(endpoint.cost.upkeep.expected, hours),
    endpoint.cost.mending === 0 ? '-' : duration(endpoint.cost.mending, hours),
  ])
  const [head = '', ...body] = table(
    [['', 'endpoint', 'points', 'to write', 'a year', 'to mend'], ...rows],
    [2, 3, 4, 5],
  )
  return `${[
    paint.faint(head),
    ...body,
    '',
    `  The document has ${count(Math.round(points), 'point')} and took about ${duration(creation.expected, hours)} to write (${duration(creation.low, hours)} to ${duration(creation.high, hours)}).`,
    `  Keeping it in step takes about ${duration(upkeep.expected, hours)} a year (${duration(upkeep.low, hours)} to ${duration(upkeep.high, hours)})${unknown === undefined ? '' : `; prior only: ${unknown}`}. Its drift takes about ${duration(mending, hours)} to mend.`,
    `  Debt ${percent(debtRatio, 1)}, grade ${grade}. Estimates by cost model ${summary.cost.model}; "--format json" of the audit carries its constants.`,
  ].join('\n')}\n`
}
