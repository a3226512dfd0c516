import type { Answer } from './ask.js'
import { oracle } from './oracle.js'
import { PatientAsker } from './patient.js'
import type { Question } from './question.js'
import { valuesNear } from './values.js'

/** How the two checkers stand to each other, and who is proven right where they differ. */
export interface Opinions {
  /** By what the two said, or by how their disagreement was explained. */
  readonly counts: Map<string, number>
  /** One example of each disagreement. */
  readonly examples: Map<string, string>
  readonly asker: PatientAsker
  unexplained: number
}

/** A second opinion on so many questions; jsoncompat has so many milliseconds for each. */
export function opinions(patience: number, most: number): Opinions {
  return { counts: new Map(), examples: new Map(), asker: new PatientAsker(patience, most), unexplained: 0 }
}

/** Asks jsoncompat the same, and explains the difference: by the value that Ajv confirms, or by the way the pair was made. */
export async function compareOpinions(found: Opinions, question: Question, answer: Answer): Promise<void> {
  const { left, right } = question.written
  await found.asker.ask(JSON.stringify(left), JSON.stringify(right), (theirs) => {
    const name = verdictOn(question, answer, theirs)
    found.counts.set(name, (found.counts.get(name) ?? 0) + 1)
    if (name.startsWith('unexplained')) found.unexplained += 1
    if (!found.examples.has(name)) found.examples.set(name, `${JSON.stringify(left)} in ${JSON.stringify(right)}`)
  })
}

function verdictOn(question: Question, answer: Answer, theirs: boolean | string): string {
  if (typeof theirs === 'string') return theirs
  if (answer.says === 'cannot tell') {
    return theirs === question.contained ? 'we cannot tell, they are right' : 'we cannot tell, they are wrong'
  }
  if ((answer.says === 'contained') === theirs) return 'the same'
  if (theirs) {
    const shown =
      answer.says === 'outside' &&
      ('witness' in answer ? question.proves(answer.witness) : question.provesMirrored(answer.mirrored))
    return shown ? 'they say contained; Ajv confirms a value that is not' : 'unexplained: they say contained'
  }
  const { left, right } = question.written
  const [inside, outside] = [oracle(left), oracle(right)]
  const counter = valuesNear(left).find((value) => inside(value) === true && outside(value) === false)
  if (counter !== undefined) {
    return isMapped(right)
      ? 'a mapping tells the variants of the right apart, which neither they nor plain JSON Schema read'
      : 'unexplained: they say not contained, and a value shows it'
  }
  return question.contained
    ? `they say not contained, and the pair is by its making (${question.kind.replace(/^.* (tightened|widened|dropped)$/, 'one keyword $1')})`
    : 'unexplained: they say not contained'
}

/** Whether the mapping of a discriminator says which values lead to which variant. */
function isMapped(schema: Question['written']['right']): boolean {
  const discriminator = typeof schema === 'object' ? schema.discriminator : undefined
  return typeof discriminator === 'object' && discriminator !== null && 'mapping' in discriminator
}
