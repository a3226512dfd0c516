// What is killed: it remembers and writes a baseline without end, or (`check`) says once what it would answer now.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openMemory } from '../../src/cache/memory.js'
import { writeWhole } from '../../src/cli/write-whole.js'
import { baselineText } from '../../src/gate/baseline-text.js'

const [mode, root = ''] = process.argv.slice(2)
const input = join(root, 'input.txt')

/** Large enough for a write to take its time. */
const answerTo = (text: string) => ({ text, lines: Array.from({ length: 5_000 }, (_, index) => `${text} ${index}`) })

const recall = () =>
  openMemory(root, join(root, 'cache')).recall({
    kind: 'answer',
    settings: '{}',
    read(journal) {
      const text = readFileSync(input, 'utf8')
      journal.saw({ kind: 'text', path: input, text, as: 'utf8' })
      return answerTo(text)
    },
    isKept: () => true,
  })

/** Two baselines, told apart by how many findings they hold. */
const baselines = [1_000, 2_000].map((count) =>
  baselineText(
    Array.from({ length: count }, (_, index) => ({
      id: (0x10000000 + index).toString(16),
      rule: 'type-mismatch',
      at: `GET /pets/${index} response 200 /name`,
    })),
  ),
)

if (mode === 'check') {
  const { text, lines } = await recall()
  const right = answerTo(readFileSync(input, 'utf8'))
  const baseline = readFileSync(join(root, 'baseline.jsonl'), 'utf8')
  process.stdout.write(
    JSON.stringify({
      answer: JSON.stringify({ text, lines }) === JSON.stringify(right),
      baseline: baselines.includes(baseline),
    }),
  )
} else {
  for (let turn = 0; ; turn += 1) {
    // Each turn asks about another text, so that each turn writes.
    writeWhole(root, 'input.txt', `text ${process.pid} ${turn}`)
    await recall()
    writeWhole(root, 'baseline.jsonl', baselines[turn % 2] ?? '')
    if (turn === 0) process.stdout.write('started')
  }
}
