import type { Report } from '../model/report.js'
import { count, countSeverities } from './pretty/words.js'
import type { Reporter } from './reporter.js'
import { element, xml } from './xml.js'

/** What a badge says: a label, a few words, and how bad it is. */
interface Badge {
  readonly label: string
  readonly message: string
  readonly color: 'brightgreen' | 'yellow' | 'red'
}

function badgeOf({ findings, summary }: Report): Badge {
  const { error, warning, info } = summary.findings
  const label = 'API drift'
  if (error > 0 || warning > 0) {
    const told = findings.filter(({ severity }) => severity !== 'info')
    return { label, message: countSeverities(told), color: error > 0 ? 'red' : 'yellow' }
  }
  return { label, message: info > 0 ? count(info, 'note') : 'none', color: 'brightgreen' }
}

/** What shields.io asks of an endpoint, to be served from anywhere. */
export const shields: Reporter = (report) => `${JSON.stringify({ schemaVersion: 1, ...badgeOf(report) })}\n`

const fills = { brightgreen: '#2f8a4c', yellow: '#96690a', red: '#b8382c' } as const

/** A badge as an image of its own, for a README that asks no other server. */
export const badge: Reporter = (report) => {
  const { label, message, color } = badgeOf(report)
  const [left, right] = [widthOf(label), widthOf(message)]
  const width = left + right
  const font = { 'font-family': 'Verdana,DejaVu Sans,sans-serif', 'font-size': 11, fill: '#fff' }
  const text = (words: string, x: number, room: number) =>
    element('text', { x, y: 14, textLength: room - 12, lengthAdjust: 'spacingAndGlyphs', ...font }, [words])
  const name = `${label}: ${message}`
  return xml(
    element('svg', { xmlns: 'http://www.w3.org/2000/svg', width, height: 20, role: 'img', 'aria-label': name }, [
      element('title', {}, [name]),
      element('rect', { width, height: 20, rx: 3, fill: '#4b5560' }),
      element('rect', { x: left, width: right, height: 20, rx: 3, fill: fills[color] }),
      element('rect', { x: left, width: 6, height: 20, fill: fills[color] }),
      text(label, 6, left),
      text(message, left + 6, right),
    ]),
  )
}

/** Near enough in this font; `textLength` then makes the words fit. */
const widthOf = (text: string): number => Math.round(text.length * 6.6) + 12
