import Table from 'cli-table3'
import { visible } from '../reporters/visible.js'

const bare = {
  ...{ top: '', 'top-mid': '', 'top-left': '', 'top-right': '' },
  ...{ bottom: '', 'bottom-mid': '', 'bottom-left': '', 'bottom-right': '' },
  ...{ left: '', 'left-mid': '', mid: '', 'mid-mid': '', right: '', 'right-mid': '', middle: '  ' },
}

/** Rows in columns without borders, each line indented; the columns named here stand at the right. */
export function table(rows: readonly (readonly string[])[], rightAligned: readonly number[] = []): string[] {
  const [first = []] = rows
  if (rows.length === 0) return []
  const grid = new Table({
    chars: bare,
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [] },
    colAligns: first.map((_, column) => (rightAligned.includes(column) ? 'right' : 'left')),
  })
  grid.push(...rows.map((row) => row.map(visible)))
  return grid
    .toString()
    .split('\n')
    .map((line) => `  ${line.trimEnd()}`)
}
