import type { Report } from '../model/report.js'
import { causeItem } from './markdown/cause-item.js'
import { code, plain } from './markdown/escape.js'
import { weeklyBlock } from './markdown/weekly-block.js'
import { causesOf, sectionsOf } from './pretty/sections.js'
import { count, countSeverities, duration, percent } from './pretty/words.js'
import type { Reporter } from './reporter.js'

/** A comment on GitHub holds 65,536 characters, and whoever posts this puts a line or two of their own around it. */
const longest = 60_000

/** For a comment, a job summary or an issue: the verdict, each cause with both places and its proof, what it costs. */
export const markdown: Reporter = (report, { weekly }) => {
  const sections = sectionsOf(causesOf(report.findings))
  const blocks = sections.flatMap(({ endpoints, causes }) => {
    const heading = endpoints.length === 0 ? 'The document itself' : endpoints.map(code).join(', ')
    return causes.map((cause, index) => `${index === 0 ? `### ${heading}\n\n` : ''}${causeItem(cause)}`)
  })
  const series = weekly === undefined ? '' : `\n\n${weeklyBlock(weekly, report)}`
  const [head, foot] = [`${headOf(report)}${series}`, footOf(report)]
  const room = longest - head.length - foot.length - 200
  const shown = fitting(blocks, room)
  const rest = blocks.length - shown.length
  const more =
    rest > 0 ? [`_+${count(rest, 'more cause')}: the JSON report and \`tattletype\` at a terminal list them all._`] : []
  return `${[head, ...shown, ...more, foot].join('\n\n')}\n`
}

function fitting(blocks: readonly string[], room: number): readonly string[] {
  let left = room
  const end = blocks.findIndex((block) => {
    left -= block.length + 2
    return left < 0
  })
  return end < 0 ? blocks : blocks.slice(0, end)
}

function headOf({ findings, summary, since, spec }: Report): string {
  const documents = spec.map(({ file }) => code(file)).join(', ')
  const fresh = since === undefined ? '' : 'new '
  const verdict =
    findings.length === 0
      ? `✔ No ${fresh}drift between ${documents} and the code.`
      : `✖ ${countSeverities(findings)} (${count(summary.causes, `${fresh}cause`)}) between ${documents} and the code.`
  const mended =
    since !== undefined && since.mended > 0 ? [`✔ ${count(since.mended, 'finding')} mended: thank you.`] : []
  const standing =
    since !== undefined && since.standing > 0
      ? [`${count(since.standing, 'finding')} from before (${plain(since.name)}) not shown.`]
      : []
  return [`**${verdict}**`, ...mended, ...standing].join('\n\n')
}

function footOf({ summary }: Report): string {
  const { endpoints, coverage, cost } = summary
  const hours = cost.constants.hoursPerDay ?? 8
  return [
    '---',
    [
      `${endpoints.matched} of ${endpoints.documented} documented endpoints matched`,
      `${percent(coverage.verified, coverage.elements)} of ${coverage.elements} elements verified`,
      `about ${duration(cost.mending, hours)} to mend all drift (grade ${cost.grade})`,
    ].join(' · '),
  ].join('\n\n')
}
