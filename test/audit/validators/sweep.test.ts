import { beforeAll, describe, expect, it } from 'vitest'
import { keywords } from './keywords.js'
import { type Case, cases, pathOf, sweep, type Variant } from './sweep.js'

type Answer = 'found' | 'cannot tell' | 'silent'

/** Where the library itself is open: a document that opens the object too is right. */
const rightAnyway = ['express-validator additionalKeys', 'check-schema additionalKeys']

/** What is honestly not decided, by library, keyword and place; `*` stands for each. */
const undecided: readonly RegExp[] = [
  // Whether one pattern holds all texts of another, or a pattern or an address one text, is found by trying values.
  /^\S+ (pattern|email) \S+ (wider|narrower)$/,
  // What a text is turned into is checked by steps that are not read.
  /^(valibot|arktype) (integer|minimum|maximum|exclusiveMinimum) (query|path) (wider|narrower)$/,
]

describe('a document that is not in step with a validator', () => {
  let verdicts: Awaited<ReturnType<typeof sweep>>

  beforeAll(async () => {
    verdicts = await sweep()
  }, 120_000)

  function answer(one: Case, variant: Variant): { readonly answer: Answer; readonly alarms: readonly string[] } {
    const isField = ({
      path,
      part,
      pointer,
    }: {
      readonly path: string
      readonly part: string
      readonly pointer: string
    }) => path === pathOf(one) && ['request', 'query', 'path'].includes(part) && /^\/f(\/|$)/.test(pointer)
    const findings = verdicts[variant].findings.filter(isField)
    const doubts = verdicts[variant].unverifiable.filter(isField)
    return {
      answer: findings.length > 0 ? 'found' : doubts.length > 0 ? 'cannot tell' : 'silent',
      alarms: findings.map(({ rule, pointer, message }) => `${rule} ${pointer} ${message}`),
    }
  }

  it.each(cases)('$library $keyword in the $place: a right document raises no alarm', (one) => {
    expect(answer(one, 'right').alarms).toEqual([])
  })

  const variants = cases.flatMap((one) =>
    (['wider', 'narrower'] as const)
      .filter((variant) => !('asRight' in keywords[one.keyword] && asRight(one) === variant))
      .filter((variant) => variant === 'narrower' || !rightAnyway.includes(`${one.library} ${one.keyword}`))
      .map((variant) => ({ ...one, variant })),
  )

  it.each(variants)('$library $keyword in the $place: a $variant document is found', ({ variant, ...one }) => {
    const open = undecided.some((each) => each.test(`${one.library} ${one.keyword} ${one.place} ${variant}`))
    expect(open ? ['found', 'cannot tell'] : ['found']).toContain(answer(one, variant).answer)
  })

  it.each(variants.filter(({ variant }) => variant === 'wider'))(
    '$library $keyword in the $place: what the code refuses is an error',
    ({ variant, ...one }) => {
      const severities = verdicts[variant].findings
        .filter(({ path }) => path === pathOf(one))
        .filter(({ part, rule }) => part !== 'response' && rule !== 'unaccepted-request-field')
        .map(({ severity }) => severity)
      expect(severities.filter((severity) => severity !== 'error')).toEqual([])
    },
  )
})

function asRight({ keyword }: Case): Variant | undefined {
  const rule = keywords[keyword]
  return 'asRight' in rule ? rule.asRight : undefined
}
