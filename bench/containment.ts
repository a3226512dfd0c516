// Whether the tool's verdicts on containment are right, against answers that are known without it.
//   npm run bench:containment -- <folder of the JSON Schema Test Suite> [--pairs n] [--seed n] [--opinions n] [--patience ms] [--show n]
// Prints what was asked, what was answered and what was wrong; ends with 1 where a verdict is wrong, a disagreement
// with jsoncompat is not explained, or too much could not be told.
import { parseArgs } from 'node:util'
import { roads } from './containment/ask.js'
import { keywordsOfDocuments } from './containment/documents.js'
import { pairQuestions } from './containment/pairs.js'
import type { Question } from './containment/question.js'
import { compareOpinions, opinions } from './containment/second-opinion.js'
import { type LeftOut, suiteQuestions } from './containment/suite.js'
import { outcomesOf, Tally, untoldShare } from './containment/tally.js'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    pairs: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '20261123' },
    show: { type: 'string', default: '20' },
    opinions: { type: 'string', default: '3000' },
    patience: { type: 'string', default: '2000' },
  },
})
const [folder] = positionals
const withUsualWords = 'all with keywords that documents use'
const mostUntold = 0.05
const shownWrong = Number(values.show)

const documented = keywordsOfDocuments()
/** Words of a schema's text that restrict no value, and those that the questions themselves add. */
const silent = new Set(['$schema', '$comment', '$defs', 'definitions', 'title', 'description', 'default'])
const kinds = new Tally()
const words = new Tally()
const totals = new Tally()
const reasons = new Map<string, number>()
const second = opinions(Number(values.patience), Number(values.opinions))
let wrong = 0

async function answer(source: string, questions: AsyncIterable<Question>): Promise<void> {
  let count = 0
  for await (const question of questions) {
    count += 1
    if (count % 2000 === 0) console.error(`${source}: ${count} asked`)
    // Generated pairs take the two roads in turn; there are enough of them.
    const asks =
      question.roads ?? (source === 'suite' ? roads : roads.filter((_, index) => index === count % roads.length))
    const asked = [...question.words].filter((word) => !silent.has(word))
    const usual = asked.every((word) => documented.has(word))
    for (const outcome of outcomesOf(question, asks)) {
      totals.add(source, outcome)
      totals.add(`${source}, keywords that documents use${usual ? '' : ' and others'}`, outcome)
      if (usual) totals.add(withUsualWords, outcome)
      kinds.add(`${source}: ${question.kind}`, outcome)
      for (const word of asked) words.add(word, outcome)
      if (outcome.answer.says === 'cannot tell') {
        const reason = `${usual ? '' : 'with other keywords: '}${outcome.answer.reason.replace(/"[^"]*"/g, '"…"')}`
        reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
      }
      if (source === 'generated') await compareOpinions(second, question, outcome.answer)
      if (!outcome.wrong) continue
      wrong += 1
      if (wrong > shownWrong) continue
      console.log(`WRONG (${outcome.road}) ${question.title}: ${JSON.stringify(outcome.answer)}`)
      console.log(`  ${JSON.stringify(question.written.left)} in ${JSON.stringify(question.written.right)}`)
    }
  }
}

function print(title: string, tally: Tally): void {
  console.log(`\n${title}`)
  const rows = [...tally.rows].sort(([, left], [, right]) => right.asked - left.asked)
  const shares = rows.map(([name, row]) => [
    name,
    { ...row, 'cannot tell': `${(100 * untoldShare(row)).toFixed(1)} %` },
  ])
  console.table(Object.fromEntries(shares))
}

const leftOut: LeftOut = new Map()
if (folder === undefined)
  console.log('No folder of the JSON Schema Test Suite was named: only generated pairs are asked.')
else await answer('suite', suiteQuestions(folder, leftOut))
console.log(`Seed of the generated pairs: ${values.seed}`)
await answer('generated', pairQuestions(Number(values.seed), Number(values.pairs)))
await second.asker.end()

for (const [reason, count] of leftOut) console.log(`Left out, ${count} cases of the suite: ${reason}`)
print('By kind of question (those of the suite on both roads)', kinds)
print('By keyword', words)
console.log('\nWhy it could not be told')
for (const [reason, count] of [...reasons].sort(([, left], [, right]) => right - left).slice(0, 40)) {
  console.log(`${String(count).padStart(7)}  ${reason}`)
}
console.log('\nAgainst jsoncompat, on the generated pairs')
for (const [name, count] of second.counts)
  console.log(`${String(count).padStart(7)}  ${name}\n         ${second.examples.get(name) ?? ''}`)
console.log('\nKeywords of the documents in @readme/oas-examples, by how many use them')
console.log(
  [...documented]
    .filter(([word]) => !word.startsWith('x-'))
    .sort(([, left], [, right]) => right - left)
    .map(([word, count]) => `${word} ${count}`)
    .join(', '),
)
print('In all', totals)
const usual = totals.rows.get(withUsualWords)
const untold = usual === undefined ? 0 : untoldShare(usual)
console.log(`Wrong verdicts: ${wrong}. Unexplained disagreements with jsoncompat: ${second.unexplained}.`)
console.log(`Could not be told, with keywords that documents use: ${(100 * untold).toFixed(1)} % (at most 5 %).`)
console.log(
  `Refused: ${usual?.refused ?? 0} more of these questions, and ${totals.rows.get('suite')?.refused ?? 0} of the suite in all, hold a $ref to a URL or out of the root, at which an audit ends.`,
)
process.exitCode = wrong > 0 || second.unexplained > 0 || untold > mostUntold ? 1 : 0
