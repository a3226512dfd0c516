import { ask, type Road, roads } from './ask.js'
import type { Outcome, Question } from './question.js'

export interface Count {
  asked: number
  contained: number
  outside: number
  cannotTell: number
  refused: number
  wrong: number
}

/** What could not be told of the questions whose schemas an audit would take at all, from 0 to 1. */
export function untoldShare({ asked, refused, cannotTell }: Count): number {
  return asked === refused ? 0 : cannotTell / (asked - refused)
}

/** Counts of outcomes by some name; refused are those that could not be told since an audit would not take the schemas. */
export class Tally {
  readonly rows = new Map<string, Count>()

  add(name: string, { question, answer, wrong }: Outcome): void {
    const row = this.rows.get(name) ?? { asked: 0, contained: 0, outside: 0, cannotTell: 0, refused: 0, wrong: 0 }
    this.rows.set(name, row)
    row.asked += 1
    if (answer.says === 'contained') row.contained += 1
    else if (answer.says === 'outside') row.outside += 1
    else if (question.left.refused || question.right.refused) row.refused += 1
    else row.cannotTell += 1
    if (wrong) row.wrong += 1
  }
}

/** Asks the tool on these roads, and holds what it says against what is known. */
export function outcomesOf(question: Question, asked: readonly Road[] = question.roads ?? roads): Outcome[] {
  return asked.map((road) => {
    const answer = ask(question.left, question.right, road)
    return { question, road, answer, wrong: isWrong(question, answer) }
  })
}

/** A verdict that is not so, or one whose proof proves nothing. */
function isWrong(question: Question, answer: Outcome['answer']): boolean {
  if (answer.says === 'cannot tell') return false
  if (answer.says === 'contained') return !question.contained
  if (question.contained) return true
  return 'witness' in answer ? !question.proves(answer.witness) : !question.provesMirrored(answer.mirrored)
}
