import type { JsonObject } from '../model/json.js'
import { amount, count, coverage, exactly, list, orNull, part, severities, severity, text } from './json-schema.js'
import { reportSchema } from './report-schema.js'

const moment = { commit: text, date: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' } }

const brief = exactly(
  {
    project: text,
    id: text,
    cause: text,
    rule: text,
    severity,
    method: text,
    path: text,
    part,
    status: orNull(text),
    pointer: text,
    message: text,
    minutes: amount,
  },
  'project',
)

const point = exactly({
  ...moment,
  findings: severities,
  causes: count,
  endpoints: exactly({ documented: count, served: count, matched: count }),
  coverage,
  mending: amount,
  debtRatio: amount,
})

const origin = exactly({
  id: text,
  since: exactly(moment),
  subject: text,
  known: { enum: ['commit', 'range', 'before'] },
  days: count,
})

const { $schema, title: _, ...report } = reportSchema

/** The JSON Schema of what `tattletype report --format json` prints, version 1: public interface. */
export const weeklySchema: JsonObject = {
  $schema: $schema ?? null,
  title: 'tattletype weekly report, version 1',
  ...exactly(
    {
      version: { const: 1 },
      now: exactly(moment),
      before: orNull(exactly(moment)),
      fresh: list(text),
      stayed: list(text),
      mended: list(brief),
      points: list(point),
      gaps: list(exactly({ ...moment, reason: text })),
      origins: list(origin),
      brought: list(exactly({ since: exactly(moment), subject: text, findings: count, minutes: amount })),
      ages: list(exactly({ from: count, until: orNull(count), findings: count, minutes: amount })),
      owners: list(exactly({ owners: list(text), findings: severities, minutes: amount })),
      report,
    },
    'owners',
  ),
}
