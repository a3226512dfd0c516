import { didYouMean } from '../../config/suggest.js'
import { paintOf } from '../../reporters/pretty/paint.js'
import { argumentInList } from '../argument-in-list.js'
import { audited } from '../audited.js'
import { exit } from '../exit.js'
import { endpointsNamed, endpointText } from '../explain/endpoint.js'
import { findingText } from '../explain/finding.js'
import { ruleText } from '../explain/rule.js'
import type { Flags } from '../flags.js'
import type { Io } from '../io.js'
import { printError } from '../messages.js'
import { narrowed } from '../projects/narrowed.js'
import { colorOf, widthOf } from '../terminal.js'
import type { Tool } from '../tool.js'

/** Explains a rule, an endpoint (`GET /pets`) or a finding (the start of its id), whichever side of the options it is on. */
export async function explain(words: readonly string[], flags: Flags, io: Io, tool: Tool): Promise<number> {
  if (words.length > 0) return explainWords(words, flags, io, tool)
  const taken = argumentInList(flags, (what) => Object.hasOwn(tool.rules, what) || isPath(what) || isId(what))
  if (taken.words.length > 0) return explainWords(taken.words, { ...flags, ...taken }, io, tool)
  printError(io, { message: 'explain what? Put a rule, an endpoint or an id in front of the options.' })
  return exit.failed
}

const isPath = (what: string): boolean => /^([A-Za-z]+\s+)?\//.test(what)
const isId = (what: string): boolean => /^[0-9a-f]{4,}$/i.test(what)

async function explainWords(words: readonly string[], flags: Flags, io: Io, tool: Tool): Promise<number> {
  const what = words.join(' ').trim()
  const width = widthOf(io.out)
  const paint = paintOf(colorOf(io.out, io.env, flags.color))
  const print = (lines: readonly string[]) => io.out.write(`${lines.join('\n')}\n`)
  const refuse = (message: string) => {
    printError(io, { message })
    return exit.failed
  }
  const rule = Object.hasOwn(tool.rules, what) ? tool.rules[what] : undefined
  if (rule) {
    print(ruleText(what, rule, paint, width))
    return exit.clean
  }
  if (!isPath(what) && !isId(what)) {
    return refuse(
      `"${what}" is no rule, no endpoint such as "GET /pets" and no id of a finding.${didYouMean(what, Object.keys(tool.rules))}`,
    )
  }
  return audited(flags, io, tool, (result) => {
    if (isPath(what)) {
      const found = endpointsNamed(what, result.report.endpoints)
      const known = result.report.endpoints.map(({ method, path }) => `${method} ${path}`)
      if (found.length === 0) return refuse(`no endpoint "${what}" on either side.${didYouMean(what, known)}`)
      print(
        found.flatMap((endpoint, index) => [
          ...(index > 0 ? [''] : []),
          ...endpointText(endpoint, narrowed(result, endpoint.project), paint, width),
        ]),
      )
      return exit.clean
    }
    const [finding, ...others] = result.report.findings.filter(({ id }) => id.startsWith(what.toLowerCase()))
    if (!finding) return refuse(`no finding has an id that starts with "${what}"; what was mended has none`)
    if (others.length > 0)
      return refuse(`${others.length + 1} findings have an id that starts with "${what}": give more of it`)
    print(
      findingText(finding, narrowed(result, finding.project), tool.rules[finding.rule], paint, {
        color: false,
        width,
        readSource: result.readSource,
      }),
    )
    return exit.clean
  })
}
