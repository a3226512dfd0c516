import type { Layer, Outcome, Vocabulary } from '../config/config.js'
import { didYouMean } from '../config/suggest.js'
import type { FailOn } from '../model/demands.js'
import type { RuleSetting, RuleSettings } from '../model/options.js'
import type { Flags } from './flags.js'

const failOns: readonly FailOn[] = ['error', 'warning', 'info', 'never']
const settings: readonly RuleSetting[] = ['error', 'warning', 'info', 'off']

/** The command line as a layer of settings, or the first mistake in it. */
export function flagLayer(flags: Flags, vocabulary: Vocabulary): Outcome<Layer> {
  const rules = ruleSettings(flags.rule ?? [], vocabulary.rules)
  if (!rules.ok) return rules
  const failOn = oneOf(flags.failOn, failOns, '--fail-on')
  if (!failOn.ok) return failOn
  const minCoverage = percentage(flags.minCoverage)
  if (!minCoverage.ok) return minCoverage
  const values: Layer['values'] = {
    ...(flags.spec ? { spec: flags.spec } : {}),
    ...(flags.project ? { project: flags.project } : {}),
    ...(flags.code === undefined ? {} : { code: flags.code }),
    ...(flags.ignore ? { ignore: flags.ignore } : {}),
    ...(flags.rule ? { rules: rules.value } : {}),
    ...(flags.baseline === undefined ? {} : { baseline: flags.baseline }),
    ...(flags.allowRemote ? { allowRemote: true } : {}),
    ...(flags.format ? { format: flags.format } : {}),
    ...(failOn.value === undefined ? {} : { failOn: failOn.value }),
    ...(minCoverage.value === undefined ? {} : { minCoverage: minCoverage.value }),
  }
  return { ok: true, value: { from: 'command line', values } }
}

function ruleSettings(texts: readonly string[], known: readonly string[]): Outcome<RuleSettings> {
  const found: Record<string, RuleSetting> = {}
  for (const text of texts) {
    const [id = '', word, ...rest] = text.split('=')
    if (word === undefined || rest.length > 0)
      return mistake(`--rule takes id=severity, such as type-mismatch=warning, not "${text}"`)
    if (!known.includes(id)) return mistake(`unknown rule "${id}".${didYouMean(id, known)}`)
    const setting = oneOf(word, settings, `--rule ${id}`)
    if (!setting.ok) return setting
    if (setting.value !== undefined) found[id] = setting.value
  }
  return { ok: true, value: found }
}

function oneOf<Word extends string>(
  text: string | undefined,
  words: readonly Word[],
  flag: string,
): Outcome<Word | undefined> {
  const known = words.find((word) => word === text)
  if (text === undefined || known !== undefined) return { ok: true, value: known }
  return mistake(`${flag} has to be one of ${words.join(', ')}, not "${text}".${didYouMean(text, words)}`)
}

function percentage(text: string | undefined): Outcome<number | undefined> {
  if (text === undefined) return { ok: true, value: undefined }
  const value = Number(text.replace(/\s*%$/, ''))
  if (text.trim() !== '' && value >= 0 && value <= 100) return { ok: true, value }
  return mistake(`--min-coverage has to be a number from 0 to 100, not "${text}"`)
}

const mistake = (message: string) => ({ ok: false, error: { message } }) as const
