import type { Difference } from '../model/difference.js'
import type { ElementAddress, Unverifiable } from '../model/finding.js'
import type { Schema, Schemas } from '../model/schema.js'
import { agreedPairs, spentOn } from './schema/agreed.js'
import { parameterForms } from './schema/as-text.js'
import type { Direction } from './schema/form.js'
import { withoutImplied } from './schema/implied.js'
import { compareDeferred, compareNode } from './schema/node.js'
import { isContained } from './schema/prove/contained.js'
import { isExact } from './schema/prove/exact.js'
import type { Run, Undecided, Wider } from './schema/run.js'
import { sideOf } from './schema/side.js'
import { judgeOf } from './schema/validator.js'

/** Two descriptions of the same value. */
export interface Comparison {
  readonly spec: { readonly schema: Schema; readonly schemas: Schemas }
  readonly code: { readonly schema: Schema; readonly schemas: Schemas }
  readonly direction: Direction
  readonly address: ElementAddress
}

export interface Verdict {
  readonly differences: readonly Difference[]
  readonly unverifiable: readonly Unverifiable[]
}

/**
 * Compares what document and code say of one value: every difference with a value that Ajv accepts on one side and
 * refuses on the other, and every element about which nothing could be decided. Neither means that they agree.
 */
export function compareSchemas(comparison: Comparison): Verdict {
  const { differences, doubts } = examineWays(comparison)
  const drifted = new Set(differences.filter(({ aspect }) => aspect !== 'unsaid').map(({ pointer }) => pointer))
  const told = doubts.filter(({ pointer }) => !drifted.has(pointer))
  const reasons = new Map(told.map(({ pointer, reason }) => [`${pointer} ${reason}`, { pointer, reason }]))
  return { differences, unverifiable: [...reasons.values()].map((one) => ({ ...comparison.address, ...one })) }
}

/** What the code takes only by the way is no news to the document; what the document lists may still be such a value. */
function examineWays(comparison: Comparison): Examination {
  const meant = comparison.direction === 'request' ? withoutImplied(comparison.code) : null
  if (meant === null) return examine(comparison)
  const ways = [examine({ ...comparison, code: meant }, 'code'), examine(comparison, 'spec')]
  return {
    differences: ways.flatMap(({ differences }) => differences),
    doubts: ways.flatMap(({ doubts }) => doubts),
  }
}

/** What a comparison came to before it is told: also the doubts about elements that differ anyway. */
export interface Examination {
  readonly differences: readonly Difference[]
  readonly doubts: readonly Undecided[]
}

/** Doubts about parts that a proof about the whole does away with; where a side is not exactly known, all of them stay. */
function remaining(run: Run, { spec, code }: { readonly spec: Schema; readonly code: Schema }): Undecided[] {
  const doubts = [...run.doubts.values()]
  if (doubts.length === 0 || run.asText || !isExact(spec, run.spec) || !isExact(code, run.code)) return doubts
  const proven = {
    code: isContained(code, run.code, spec, run.spec),
    spec: isContained(spec, run.spec, code, run.code),
  }
  return doubts.filter(({ of }) => (of === undefined ? !proven.code || !proven.spec : !proven[of]))
}

/**
 * Compares as {@link compareSchemas} does, and says of which side's values each doubt is; where one side is asked about,
 * only whether its values are all values of the other.
 */
export function examine({ spec, code, direction, address }: Comparison, asked?: Wider): Examination {
  const asText = address.part !== 'request' && !(address.part === 'response' && address.mediaType !== null)
  const sides = {
    spec: sideOf('spec', spec.schemas, direction),
    code: sideOf('code', code.schemas, direction),
  }
  const agreed = agreedPairs(sides.spec, sides.code, asText)
  const run: Run = {
    ...sides,
    asText,
    ...(asked === undefined ? {} : { asked }),
    address,
    between: { spec: spec.schema, code: code.schema },
    judges: {
      spec: judgeOf(spec.schema, sides.spec, asText),
      code: judgeOf(code.schema, sides.code, asText),
    },
    differences: new Map(),
    doubts: new Map(),
    path: new Set(),
    agreed,
    clean: new Map(),
    unclean: new Set(),
    settled: new Map(),
    spent: spentOn(sides.spec, sides.code),
    steps: 0,
    deferred: [],
    built: 0,
    searches: 0,
    descend: (one, other, place) => compareNode(run, one, other, place),
  }
  const name = asText ? (address.pointer.split('/').at(-1) ?? '') : ''
  const whole = asText
    ? parameterForms(spec.schema, sides.spec, code.schema, sides.code)
    : { spec: spec.schema, code: code.schema }
  if ('reason' in whole) {
    const { pointer } = address
    return { differences: [], doubts: [{ pointer, reason: whole.reason, of: undefined }] }
  }
  compareNode(run, whole.spec, whole.code, {
    pointer: address.pointer,
    name,
    depth: 0,
    exact: { spec: true, code: true },
    hold: (value) => value,
  })
  compareDeferred(run)
  // A pair is clean as long as those that lead to it are: only where all are, is it so for others as well. At the root
  // less is compared than below it.
  if (asked === undefined && run.differences.size + run.doubts.size === 0)
    for (const [pair, depth] of run.clean) if (depth > 0) agreed.add(pair)
  return { differences: [...run.differences.values()], doubts: remaining(run, whole) }
}
