import { expect, it } from 'vitest'
import { commandFirst } from '../../src/cli/command-first.js'

it.each([
  ['-s a.yaml routes', 'routes -s a.yaml'],
  ['-s a.yaml b.yaml routes -f json', 'routes -f json -s a.yaml b.yaml'],
  ['--spec=a.yaml routes', 'routes --spec=a.yaml'],
  ['-c x.json -p tsconfig.json explain enum-mismatch', 'explain enum-mismatch -c x.json -p tsconfig.json'],
  ['-s routes', '-s routes'],
  ['routes -s a.yaml cost', 'routes -s a.yaml cost'],
  ['--fail-on error routes', '--fail-on error routes'],
  ['-s a.yaml -- routes', '-s a.yaml -- routes'],
  ['', ''],
])('%j is read as %j', (line, read) => {
  const words = line.split(' ').filter(Boolean)
  expect(commandFirst(words, ['routes', 'explain', 'cost'], ['-s', '--spec', '-p', '--project'])).toEqual(
    read.split(' ').filter(Boolean),
  )
})
