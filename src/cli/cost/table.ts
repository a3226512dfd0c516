import type { EndpointReport, Report } from '../../model/report.js'
import { columns } from '../../reporters/pretty/layout.js'
import type { Paint } from '../../reporters/pretty/paint.js'
import { count, percent } from '../../reporters/pretty/words.js'
import { table } from '../table.js'
import { type CostColumn, figureOf, sortedBy } from './columns.js'
import { span, time, timeSpan, twoDigits } from './words.js'

/** Cells that the largest bar takes. */
const barWidth = 8

/** What each endpoint costs, by one column, and the sums below. */
export function costTable(report: Report, sort: CostColumn, paint: Paint, width: number): string[] {
  const figure = sort === 'path' ? 'mending' : sort
  const endpoints = sortedBy(sort, report.endpoints)
  const largest = Math.max(0, ...endpoints.map((endpoint) => figureOf(endpoint, figure)))
  const bar = (endpoint: EndpointReport) => barOf(figureOf(endpoint, figure), largest)
  const rowsOf = (room: number) => [
    ['', 'endpoint', 'points', 'to write', 'a year', 'seen', 'to mend', ''],
    ...endpoints.map((endpoint) => [...cells(endpoint, room), bar(endpoint)]),
  ]
  const [head = '', ...body] = fitting(
    rowsOf,
    Math.max(0, ...endpoints.map((endpoint) => columns(pathOf(endpoint)))),
    width,
  )
  return [
    paint.faint(head),
    ...body.map((line) => line.replace(/[▏▎▍▌▋▊▉█]+$/, (text) => paint.severity.warning(text))),
    '',
    ...sums(report, paint),
  ]
}

const numbers = [2, 3, 4, 5, 6]

const pathOf = ({ project, path }: EndpointReport): string => (project === undefined ? path : `${project}: ${path}`)

/** Columns that give way in a narrow terminal, before a path becomes shorter than this: the bar, and what was seen. */
const leastPath = 36
const lessNeeded = [7, 5]

/** The table as wide as the terminal: without the columns that are needed least, and with shorter paths. */
function fitting(rowsOf: (room: number) => string[][], longest: number, width: number): string[] {
  const drawn = (room: number, without: readonly number[]) => {
    const kept = (cells: readonly string[]) => cells.filter((_, column) => !without.includes(column))
    const right = numbers.filter((column) => !without.includes(column))
    const shifted = right.map((column) => column - without.filter((each) => each < column).length)
    return table(rowsOf(room).map(kept), shifted)
  }
  const roomOf = (without: readonly number[]) => {
    return longest - Math.max(0, Math.max(0, ...drawn(Number.POSITIVE_INFINITY, without).map(columns)) - width)
  }
  const choices = [[], ...lessNeeded.map((_, index) => lessNeeded.slice(0, index + 1))]
  const chosen = choices.find((without) => roomOf(without) >= Math.min(longest, leastPath)) ?? lessNeeded
  const room = roomOf(chosen)
  return drawn(room < longest ? Math.max(16, room) : Number.POSITIVE_INFINITY, chosen)
}

function cells(endpoint: EndpointReport, room: number): string[] {
  const { method, cost, spec } = endpoint
  const path = pathOf(endpoint)
  return [
    method,
    room === Number.POSITIVE_INFINITY ? path : withoutMiddle(path, room),
    twoDigits(cost.points),
    spec === null ? `(${twoDigits(cost.creation)})` : twoDigits(cost.creation),
    spec === null ? `(${span(cost.upkeep)})` : span(cost.upkeep),
    cost.months === 0 ? '-' : `${twoDigits(cost.changes)} in ${cost.months < 1 ? '<1' : twoDigits(cost.months)} mo`,
    cost.mending === 0 ? '-' : twoDigits(cost.mending),
  ]
}

/** What tells paths apart stands at their end. */
function withoutMiddle(path: string, room: number): string {
  if (columns(path) <= room) return path
  const [first = ''] = /^\/[^/]*/.exec(path) ?? []
  const head = columns(first) + 1 < room / 2 ? first : ''
  return `${head}…${[...path].slice(columns(head) + 1 - room).join('')}`
}

const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉']

function barOf(value: number, largest: number): string {
  if (value <= 0 || largest <= 0) return ''
  const parts = Math.max(1, Math.round((value / largest) * barWidth * 8))
  return '█'.repeat(Math.floor(parts / 8)) + (eighths[parts % 8] ?? '')
}

function sums({ endpoints, summary }: Report, paint: Paint): string[] {
  const { points, creation, upkeep, mending, debtRatio, grade, unknown, changes, months, money, model, constants } =
    summary.cost
  const hours = constants.hoursPerDay ?? 8
  const price = (amount: number) => (money === undefined ? '' : `, ${twoDigits(amount)} ${money.currency}`)
  const line = (name: string, text: string, note: string) =>
    `  ${paint.strong(name.padEnd(9))} ${text}${note === '' ? '' : `  ${paint.faint(note)}`}`
  const written = endpoints.filter(({ spec }) => spec !== null).length
  const seen =
    unknown === undefined
      ? `from ${count(Number(twoDigits(changes)), 'change')} in ${twoDigits(months)} endpoint-months`
      : `prior only: ${unknown}`
  return [
    line(
      'to write',
      `${timeSpan(creation, hours)}${price(money?.creation ?? 0)}`,
      `${count(Math.round(points), 'point')} in ${count(written, 'endpoint')}`,
    ),
    line('a year', `${timeSpan(upkeep, hours)}${price(money?.upkeep ?? 0)}`, seen),
    line(
      'to mend',
      `${time(mending, hours)}${price(money?.mending ?? 0)}`,
      `debt ${percent(debtRatio, 1)}, grade ${grade}`,
    ),
    '',
    paint.faint('  Minutes; low – expected – high. (In brackets: not documented yet.)'),
    paint.faint(
      `  Estimates of cost model ${model}, whose minutes are not validated: --explain "GET /…" tells each term.`,
    ),
  ]
}
