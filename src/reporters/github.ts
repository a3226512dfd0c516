import type { Severity } from '../model/finding.js'
import { type Told, toldOf } from './element.js'
import { byWeight } from './order.js'
import { placesOf } from './place.js'
import { count } from './pretty/words.js'
import type { Reporter } from './reporter.js'

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' }

/** What GitHub shows of each kind from one step; the rest it drops without a word. */
const shownByGitHub = 10

/** Workflow commands that GitHub turns into annotations: those that matter most, and how many there are besides. */
export const github: Reporter = ({ findings }, { changed }) => {
  const causes = toldOf(findings)
  const shown: string[] = []
  for (const [severity, command] of Object.entries(commands)) {
    const all = byWeight(
      causes.filter(({ finding }) => finding.severity === severity),
      changed,
    )
    const room = all.length > shownByGitHub ? shownByGitHub - 1 : shownByGitHub
    shown.push(...all.slice(0, room).map((told) => annotation(command, told, changed)))
    const rest = all.length - room
    if (rest > 0) shown.push(`::${command} title=tattletype::+${count(rest, 'more cause')} in the summary`)
  }
  return shown.map((line) => `${line}\n`).join('')
}

function annotation(command: string, { finding, sentence }: Told, changed: ReadonlySet<string> | undefined): string {
  const { main, other } = placesOf(finding, changed)
  const place = main === null ? [] : [`file=${property(main.file)}`, `line=${main.line}`, `col=${main.column}`]
  const title = `title=${property(`tattletype: ${finding.rule}`)}`
  const also = other === null ? '' : ` (${other === finding.spec ? 'document' : 'code'}: ${other.file}:${other.line})`
  return `::${command} ${[...place, title].join(',')}::${data(`${sentence}${also}\n${finding.fix}`)}`
}

const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
