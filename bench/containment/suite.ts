import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { same } from '../../src/diff/schema/json.js'
import type { Json } from '../../src/model/json.js'
import { described } from './document.js'
import { type Draft, isPlain, type Plain, wordsOf } from './plain.js'
import type { Question } from './question.js'

const drafts = ['draft4', 'draft7', 'draft2020-12'] as const

interface Group {
  readonly description: string
  readonly schema: Plain
  readonly tests: readonly { readonly description: string; readonly data: Json; readonly valid: boolean }[]
}

/** Cases of the suite that no question is made of, by reason. */
export type LeftOut = Map<string, number>

/** Each required case of the JSON Schema Test Suite as four questions about its schema and its one value. */
export async function* suiteQuestions(folder: string, leftOut: LeftOut): AsyncGenerator<Question> {
  for (const draft of drafts) {
    for (const file of readdirSync(join(folder, draft)).filter((name) => name.endsWith('.json'))) {
      for (const group of groupsOf(join(folder, draft, file))) {
        const reason = unsuited(file, group)
        if (reason === undefined) yield* questionsOf(group, draft, file)
        else leftOut.set(reason, (leftOut.get(reason) ?? 0) + group.tests.length)
      }
    }
  }
}

function groupsOf(path: string): readonly Group[] {
  return JSON.parse(readFileSync(path, 'utf8')) as readonly Group[] // the suite's own format
}

/** What an OpenAPI document means otherwise than the suite does. */
function unsuited(file: string, { schema }: Group): string | undefined {
  if (file === 'format.json') return 'format: the suite takes it for a note, the tool holds values to it'
  const meta = isPlain(schema) && typeof schema !== 'boolean' ? schema.$schema : undefined
  if (typeof meta === 'string' && !meta.includes('json-schema.org')) return '$schema: it names a dialect of its own'
  return undefined
}

async function* questionsOf(group: Group, draft: Draft, file: string): AsyncGenerator<Question> {
  const { schema } = group
  const asked = await described(schema, draft)
  for (const { description, data, valid } of group.tests) {
    const title = `${draft} ${group.description}: ${description}`
    const value: Plain = { enum: [data] }
    const [alone, others, wider, without] = await Promise.all([
      described(value, draft),
      described(schema, draft, (reference) => ({ not: reference })),
      described(schema, draft, (reference) => ({ anyOf: [reference, value] })),
      described({ not: value }, draft),
    ])
    const isValue = (witness: Json) => same(witness, data)
    const never = () => false
    const common = { kind: file.replace('.json', ''), provesMirrored: never }
    const words = (...more: string[]) => wordsOf(schema, new Set(['enum', ...more]))
    yield {
      ...{ ...common, title: `${title} | its value in the schema`, left: alone, right: asked, words: words() },
      contained: valid,
      proves: (witness) => !valid && isValue(witness),
      provesMirrored: (witness) => !valid && !isValue(witness),
      written: { left: value, right: schema },
    }
    yield {
      ...{ ...common, title: `${title} | its value in not`, left: alone, right: others, words: words('not') },
      contained: !valid,
      proves: (witness) => valid && isValue(witness),
      written: { left: value, right: { not: schema } },
    }
    yield {
      ...{ ...common, title: `${title} | the schema in anyOf`, left: asked, right: wider, words: words('anyOf') },
      contained: true,
      proves: never,
      written: { left: schema, right: { anyOf: [schema, value] } },
    }
    yield {
      ...{ ...common, title: `${title} | the schema without the value`, left: asked, right: without },
      words: words('not'),
      contained: !valid,
      proves: (witness) => valid && isValue(witness),
      written: { left: schema, right: { not: value } },
    }
  }
}
