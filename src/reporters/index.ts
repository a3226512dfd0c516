import { agent } from './agent.js'
import { badge, shields } from './badge.js'
import { checkstyle } from './checkstyle.js'
import { github } from './github.js'
import { gitlab } from './gitlab.js'
import { html } from './html.js'
import { json } from './json.js'
import { junit } from './junit.js'
import { markdown } from './markdown.js'
import { pretty } from './pretty.js'
import { rdjson } from './rdjson.js'
import type { Reporter } from './reporter.js'
import { sarif } from './sarif.js'

/** Every format by the name that `--format` takes. */
export const reporters = {
  agent,
  badge,
  checkstyle,
  github,
  gitlab,
  html,
  json,
  junit,
  markdown,
  pretty,
  rdjson,
  sarif,
  shields,
} satisfies Record<string, Reporter>

export type ReporterId = keyof typeof reporters
