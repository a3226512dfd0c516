import { scaleLinear, scaleUtc } from 'd3-scale'
import { area, line } from 'd3-shape'
import type { TrendPoint } from '../../model/weekly.js'
import { html, type Markup } from './markup.js'

const size = { width: 440, height: 190, left: 40, right: 12, top: 12, bottom: 28 }

interface Series {
  readonly name: string
  readonly kind: string
  readonly value: (point: TrendPoint) => number
}

const drift: readonly Series[] = [
  { name: 'errors', kind: 'error', value: ({ findings }) => findings.error },
  { name: 'warnings', kind: 'warning', value: ({ findings }) => findings.warning },
]

const coverage: readonly Series[] = [
  {
    name: 'verified, %',
    kind: 'good',
    value: ({ coverage: { verified, elements } }) => (elements === 0 ? 0 : (verified / elements) * 100),
  },
]

/** Two small charts on the same weeks: how much drift there is, and how much of the document is verified. */
export function trendChart(points: readonly TrendPoint[]): Markup {
  const most = Math.max(1, ...points.flatMap((point) => drift.map(({ value }) => value(point))))
  return html`<div class="charts">${chart('Drift', points, drift, most)}${chart('Coverage', points, coverage, 100)}</div>`
}

function chart(title: string, points: readonly TrendPoint[], series: readonly Series[], most: number): Markup {
  const { width, height, left, right, top, bottom } = size
  const days = points.map(({ date }) => new Date(`${date}T00:00:00Z`))
  const ends: [Date, Date] = [days[0] ?? new Date(0), days.at(-1) ?? new Date(0)]
  const x = scaleUtc(ends, [left, width - right])
  const y = scaleLinear([0, most], [height - bottom, top]).nice(4)
  const at = days.map((day) => Number(x(day).toFixed(1)))
  const rules = y
    .ticks(4)
    .map(
      (tick) =>
        html`<line class="grid" x1="${left}" x2="${width - right}" y1="${y(tick).toFixed(1)}" y2="${y(tick).toFixed(1)}"/><text class="axis" x="${left - 8}" y="${(y(tick) + 4).toFixed(1)}" text-anchor="end">${tick}</text>`,
    )
  const labels = dayLabels(points).map(
    ({ index, anchor }) =>
      html`<text class="axis" x="${at[index] ?? 0}" y="${height - 8}" text-anchor="${anchor}">${points[index]?.date ?? ''}</text>`,
  )
  const paths = series.map(({ name, kind, value }) => {
    const spots = points.map((point, index): [number, number] => [at[index] ?? 0, Number(y(value(point)).toFixed(1))])
    const dots = points.map(
      (point, index) =>
        html`<circle r="3" cx="${spots[index]?.[0] ?? 0}" cy="${spots[index]?.[1] ?? 0}"><title>${point.date}: ${Math.round(value(point))} ${name}</title></circle>`,
    )
    const below = area<[number, number]>().y0(height - bottom)(spots) ?? ''
    return html`<g class="series ${kind}"><path class="fill" d="${below}"/><path class="stroke" d="${line<[number, number]>()(spots) ?? ''}"/>${dots}</g>`
  })
  const keys = series.map(({ name, kind }) => html`<span class="key ${kind}">${name}</span> `)
  return html`<figure class="chart"><figcaption>${title} ${keys}</figcaption><svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${summary(title, points, series)}">${rules}${labels}${paths}</svg></figure>`
}

/** The first day, the last, and one between where there is room. */
function dayLabels(points: readonly TrendPoint[]): readonly { readonly index: number; readonly anchor: string }[] {
  const last = points.length - 1
  const middle = last > 3 ? [{ index: Math.round(last / 2), anchor: 'middle' }] : []
  return [{ index: 0, anchor: 'start' }, ...middle, { index: last, anchor: 'end' }]
}

function summary(title: string, points: readonly TrendPoint[], series: readonly Series[]): string {
  const [first, last] = [points[0], points.at(-1)]
  if (first === undefined || last === undefined) return title
  const told = series.map(({ name, value }) => `${name} from ${Math.round(value(first))} to ${Math.round(value(last))}`)
  return `${title} between ${first.date} and ${last.date}: ${told.join(', ')}`
}
