import type { Row } from './row.js'

/** The rows of one kind as a Markdown table, an operator a line, and what was missed with an example each. */
export function tableOf(rows: readonly Row[]): string {
  const operators = [...new Set(rows.map(({ operator }) => operator))]
  const body = operators.map((operator) =>
    lineOf(
      operator,
      rows.filter((row) => row.operator === operator),
    ),
  )
  const missed = rows.filter((row) => !isRight(row))
  const examples = [...new Map(missed.map((row) => [row.operator, row])).values()].map(exampleOf)
  return [
    '| operator | mutants | found | right rule | right pointer | cannot tell, said so | cannot be told | findings beside |',
    '|---|---:|---:|---:|---:|---:|---:|---:|',
    ...body,
    lineOf('**all**', rows),
    ...(examples.length > 0 ? ['', 'Missed, an example of each operator:', '', ...examples] : []),
  ].join('\n')
}

/** Each rewrite with how many texts it made and in how many of them the report differs. */
export function rewriteTableOf(rows: readonly Row[]): string {
  const names = [...new Set(rows.map(({ operator }) => operator))]
  const lineFor = (name: string, own: readonly Row[]) => `| ${name} | ${own.length} | ${own.filter(differs).length} |`
  return [
    '| rewrite | texts | report differs |',
    '|---|---:|---:|',
    ...names.map((name) =>
      lineFor(
        name,
        rows.filter(({ operator }) => operator === name),
      ),
    ),
    lineFor('**all**', rows),
    ...rows
      .filter(differs)
      .map(({ sample, operator, where, beside }) => `- ${sample}, ${operator}, ${where}: ${beside[0]}`),
  ].join('\n')
}

const differs = ({ beside }: Row): boolean => beside.length > 0

/** Nothing is demanded where the code says nothing of the matter; a finding without proof would be a false alarm. */
function isRight({ outcome, rightRule, rightPointer }: Row): boolean {
  return outcome === 'said so' || outcome === 'untold' || (outcome === 'found' && rightRule && rightPointer)
}

function lineOf(name: string, rows: readonly Row[]): string {
  const of = (outcome: Row['outcome']) => rows.filter((row) => row.outcome === outcome)
  const demanded = [...of('found'), ...of('missed')]
  const share = (some: readonly Row[]) => percent(some.length, demanded.length)
  const found = of('found')
  return `| ${[
    name,
    rows.length,
    share(found),
    share(found.filter((row) => row.rightRule)),
    share(found.filter((row) => row.rightPointer)),
    of('said so').length || '',
    of('untold').length || '',
    rows.filter((row) => row.outcome !== 'untold' && row.beside.length > 0).length || '',
  ].join(' | ')} |`
}

export const percent = (part: number, whole: number): string =>
  whole === 0 ? '–' : part === whole ? '100 %' : `${((100 * part) / whole).toFixed(1)} %`

function exampleOf({ operator, sample, where, outcome, wrong }: Row): string {
  const more = wrong.length > 1 ? ` (and ${wrong.length - 1} more)` : ''
  return `- ${operator} (${outcome}): ${sample}, \`${where}\`: wanted \`${wrong[0] ?? 'something'}\`${more}`
}
