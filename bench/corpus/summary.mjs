/** What came of all documents, as text. */
export function summarise(outcomes) {
  const of = (kind) => outcomes.filter((outcome) => outcome.kind === kind)
  const [same, different, refused, crashed] = ['same', 'different', 'refused', 'crash'].map(of)
  const read = [...same, ...different]
  const sum = (list, amount) => list.reduce((total, one) => total + amount(one), 0)
  const elements = sum(read, ({ coverage }) => coverage.elements)
  const verified = sum(read, ({ coverage }) => coverage.verified)
  return [
    `${outcomes.length} documents: ${same.length} agree with themselves, ${different.length} do not, ${refused.length} refused as broken, ${crashed.length} crashed`,
    `  ${sum(read, ({ endpoints }) => endpoints)} operations; ${verified} of ${elements} elements verified (${((verified / elements) * 100).toFixed(3)} %)`,
    `  with faults of their own: ${read.filter(({ faults }) => faults > 0).length}`,
    `  seconds a document (read twice and compared): ${figures(outcomes, ({ ms }) => ms / 1000, 2)}`,
    `  peak memory of the process, MB:               ${figures(outcomes, ({ peak }) => peak, 0)}`,
    ...table('refused', refused, ({ message }) => message),
    ...crashed.map(({ file, message }) => `CRASH ${file}\n  ${message}`),
    ...different.map(
      ({ file, differences, findings }) =>
        `DIFFERENT ${file}: ${differences} findings\n${findings.slice(0, 3).map(told).join('\n')}`,
    ),
  ].join('\n')
}

const told = ({ rule, method, path, part, status, pointer, message }) =>
  `  ${rule} ${method} ${path} ${part} ${status ?? ''} ${pointer}: ${message}`

function figures(outcomes, amount, digits) {
  const sorted = outcomes.map(amount).sort((a, b) => a - b)
  const at = (share) => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(digits)
  return `p50 ${at(0.5)}, p95 ${at(0.95)}, most ${at(1)}`
}

/** Messages with how many say so, the most frequent first. */
function table(title, outcomes, text) {
  const amounts = new Map()
  for (const outcome of outcomes) {
    // Names differ from document to document; what is said of them does not.
    const key = text(outcome)
      .replace(/"[^"]*"/g, '"…"')
      .replace(/\d+/g, 'n')
    amounts.set(key, (amounts.get(key) ?? 0) + 1)
  }
  const sorted = [...amounts].sort((a, b) => b[1] - a[1])
  return sorted.map(([message, amount]) => `  ${title} ${String(amount).padStart(4)}  ${message}`)
}
