import type { UnpricedFinding } from '../../src/model/cost.js'
import type { Said } from './audit.js'
import { shapeOf } from './knowledge.js'
import type { Answer, Expected, Mutant } from './mutant.js'

export interface Verdict {
  /**
   * Everything that had to be reported is reported, at its endpoint, part and status; or the report says that it cannot
   * tell; or nothing can be demanded, since the code says nothing of the matter.
   */
  readonly outcome: 'found' | 'said so' | 'missed' | 'untold'
  readonly rightRule: boolean
  readonly rightPointer: boolean
  /** Findings that no expectation speaks of. */
  readonly beside: readonly UnpricedFinding[]
  /** What was expected and is not right. */
  readonly wrong: readonly Expected[]
  /** Whether the same fault at several endpoints is told as one; undefined where there is only one. */
  readonly oneCause: boolean | undefined
}

/** Holds what the tool says against what had to be said. */
export function judge(mutant: Pick<Mutant, 'expected'>, right: Said, now: Said): Verdict {
  const known = new Set(right.findings.map(keyOf))
  const fresh = now.findings.filter((finding) => !known.has(keyOf(finding)))
  const told = mutant.expected.map((expected) => tell(expected, fresh, now))
  const demanded = told.filter((one) => one.outcome !== 'said so')
  const missed = demanded.filter((one) => one.outcome === 'missed')
  return {
    outcome: told.length === 0 ? 'untold' : demanded.length === 0 ? 'said so' : missed.length > 0 ? 'missed' : 'found',
    rightRule: demanded.every((one) => one.rule),
    rightPointer: demanded.every((one) => one.pointer),
    beside: fresh.filter((finding) => !mutant.expected.some((expected) => speaksOf(expected, finding))),
    wrong: told
      .filter((one) => one.outcome !== 'said so' && !(one.rule && one.pointer))
      .map(({ expected }) => expected),
    oneCause: sharesCause(fresh, mutant.expected),
  }
}

interface Told {
  readonly expected: Expected
  readonly outcome: Verdict['outcome']
  readonly rule: boolean
  readonly pointer: boolean
}

function tell(expected: Expected, fresh: readonly UnpricedFinding[], now: Said): Told {
  const here = fresh.filter(
    (finding) => isAt(expected, finding) && expected.answers.some((one) => isNear(one, finding)),
  )
  const rule = here.some((finding) => expected.answers.some((one) => isNear(one, finding) && one.rule === finding.rule))
  const pointer = here.some((finding) =>
    expected.answers.some((one) => isNear(one, finding) && one.pointer === finding.pointer),
  )
  const outcome = here.length > 0 ? 'found' : isSaid(expected, now) ? 'said so' : 'missed'
  return { expected, outcome, rule, pointer }
}

/** The report says that it cannot tell of the element, or of something that holds it. */
function isSaid(expected: Expected, { unverifiable }: Said): boolean {
  return unverifiable.some((doubt) => {
    if (!isAt(expected, doubt)) return false
    return expected.answers.some((answer) => {
      if (doubt.part === 'endpoint') return true
      if (!isNear(answer, doubt)) return false
      return answer.pointer === doubt.pointer || answer.pointer.startsWith(`${doubt.pointer}/`)
    })
  })
}

type Name = { readonly method: string; readonly path: string }
const isAt = (one: Name, other: Name): boolean =>
  one.method === other.method && shapeOf(one.path) === shapeOf(other.path)

type Spot = Pick<Answer, 'part' | 'status'>
const isNear = (one: Spot, other: Spot): boolean => one.part === other.part && one.status === other.status

/** A recursive schema may show its fault again further in. */
function speaksOf(expected: Expected, finding: UnpricedFinding): boolean {
  if (!isAt(expected, finding)) return false
  return expected.answers.some((answer) => isNear(answer, finding) && answer.rule === finding.rule)
}

function sharesCause(fresh: readonly UnpricedFinding[], expected: readonly Expected[]): boolean | undefined {
  const groups = new Map<string, Set<string>>()
  const places = new Set<string>()
  for (const finding of fresh.filter((one) => expected.some((other) => speaksOf(other, one)))) {
    places.add(`${finding.method} ${finding.path} ${finding.status}`)
    const key = `${finding.rule} ${finding.pointer.split('/').at(-1)}`
    groups.set(key, (groups.get(key) ?? new Set()).add(finding.cause))
  }
  return places.size < 2 ? undefined : [...groups.values()].every((causes) => causes.size === 1)
}

/** What makes two findings the same, whatever the document calls its path parameters and media types. */
export const keyOf = ({ rule, method, path, part, status, pointer }: UnpricedFinding): string =>
  JSON.stringify([rule, method, shapeOf(path), part, status, pointer])
