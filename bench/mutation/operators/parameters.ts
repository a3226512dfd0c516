import { follow, type Operation, type ParameterEntry } from '../document/operations.js'
import { escapeStep, nodeAt, type RawMap, renameKey, valueAt } from '../document/raw.js'
import type { Ground } from '../ground.js'
import { type Expected, expect, type Mutant, type Operator, type Place } from '../mutant.js'

const isOptionalPlace = ({ in: where }: ParameterEntry): boolean => where !== 'path'

export const parameterOperators = {
  'drop a parameter': {
    says: 'the code still reads it',
    *mutants(ground) {
      for (const { entry, uses } of entriesOf(ground).filter((one) => isOptionalPlace(one.entry))) {
        yield mutant(
          entry,
          (document) => drop(document, entry),
          uses.map((place) => expect(place, 'undocumented-parameter')),
        )
      }
    },
  },
  'add a parameter': {
    says: 'the code does not take it',
    *mutants({ operations }) {
      for (const operation of operations) {
        for (const where of ['query', 'header'] as const) {
          const name = where === 'query' ? 'colour' : 'X-Colour'
          yield {
            where: `${operation.at} ${where}`,
            edit: (document) => add(document, operation, { name, in: where, schema: { type: 'string' } }),
            expected: [expect(placeOf(operation, where, name), 'unimplemented-parameter')],
          }
        }
      }
    },
  },
  'rename a parameter': {
    says: 'read under the old name, documented under the new',
    *mutants(ground) {
      for (const { entry, uses } of writtenOf(ground).filter((one) => isOptionalPlace(one.entry))) {
        const renamed = `${entry.name}s`
        yield mutant(
          entry,
          (document) => {
            nodeAt(document, entry.at).name = renamed
          },
          uses.flatMap((place) => [
            expect(place, 'undocumented-parameter'),
            expect({ ...place, pointer: `/${escapeStep(renamed)}` }, 'unimplemented-parameter'),
          ]),
        )
      }
    },
  },
  'move a parameter': {
    says: 'read where it was, documented where it is not read',
    *mutants(ground) {
      for (const { entry, uses } of writtenOf(ground).filter((one) => isOptionalPlace(one.entry))) {
        yield mutant(
          entry,
          (document) => {
            nodeAt(document, entry.at).in = 'header'
          },
          uses.flatMap((place) => [
            expect(place, 'undocumented-parameter'),
            expect({ ...place, part: 'header' }, 'unimplemented-parameter'),
          ]),
        )
      }
    },
  },
  'retype a parameter': {
    says: 'another type, where the code tells its values exactly',
    *mutants(ground) {
      for (const { entry, uses } of writtenOf(ground)) {
        const listed = 'enum' in nodeAt(ground.document, follow(ground.document, `${entry.at}/schema`))
        const rules: [string, ...string[]] = listed ? ['type-mismatch', 'enum-mismatch'] : ['type-mismatch']
        yield mutant(
          entry,
          (document) => {
            nodeAt(document, entry.at).schema = { type: 'boolean' }
          },
          uses.filter(ground.knowledge.tellsValues).map((place) => expect(place, ...rules)),
        )
      }
    },
  },
  'make a parameter required, or optional': {
    says: 'required on one side only; code that neither insists on it nor names it optional does not contradict "optional"',
    *mutants(ground) {
      for (const { entry, uses } of writtenOf(ground).filter((one) => isOptionalPlace(one.entry))) {
        const isRequired = nodeAt(ground.document, entry.at).required === true
        yield mutant(
          entry,
          (document) => {
            const node = nodeAt(document, entry.at)
            node.required = node.required !== true
          },
          uses
            .filter((place) => !isRequired || ground.knowledge.parameter(place)?.required !== undefined)
            .map((place) => expect(place, 'required-mismatch')),
        )
      }
    },
  },
  'rename a path parameter': {
    says: 'the same endpoint with another name for the parameter: told once, as a note',
    *mutants(ground) {
      const paths = new Set(ground.operations.map(({ path }) => path))
      for (const path of paths) {
        const operations = ground.operations.filter((one) => one.path === path)
        const entries = operations[0]?.parameters.filter((one) => one.in === 'path') ?? []
        for (const entry of entries) {
          const renamed = `the${entry.name}`
          const documented = path.replace(`{${entry.name}}`, `{${renamed}}`)
          yield mutant(
            entry,
            (document) => {
              // The parameter may be written once for several paths: this path gets one of its own.
              const own = { ...nodeAt(document, entry.at), name: renamed }
              renameKey(nodeAt(document, '/paths'), path, documented)
              const list = valueAt(
                document,
                entry.list.replace(`/paths/${escapeStep(path)}`, `/paths/${escapeStep(documented)}`),
              )
              if (Array.isArray(list)) list[entry.index] = own
            },
            operations.map((operation) =>
              expect(
                { ...placeOf(operation, 'path', renamed), path: documented },
                'undocumented-parameter',
                'unimplemented-parameter',
              ),
            ),
          )
        }
      }
    },
  },
} satisfies Record<string, Operator>

interface Entry {
  readonly entry: ParameterEntry
  readonly uses: readonly Place[]
}

function placeOf({ method, path }: Operation, part: ParameterEntry['in'], name: string): Place {
  return { method, path, part, status: null, pointer: `/${escapeStep(name)}` }
}

/** Parameters as operations list them: an entry for all operations of a path counts for each. */
function entriesOf(ground: Ground): Entry[] {
  return grouped(ground, ({ list, index }) => `${list}/${index}`)
}

/** Parameters as they are written: one that several operations refer to counts for each. */
function writtenOf(ground: Ground): Entry[] {
  return grouped(ground, ({ at }) => at)
}

function grouped({ operations }: Ground, keyOf: (entry: ParameterEntry) => string): Entry[] {
  const found = new Map<string, { entry: ParameterEntry; uses: Place[] }>()
  for (const operation of operations) {
    for (const entry of operation.parameters) {
      const known = found.get(keyOf(entry)) ?? { entry, uses: [] }
      known.uses.push(placeOf(operation, entry.in, entry.name))
      found.set(keyOf(entry), known)
    }
  }
  return [...found.values()]
}

function mutant(entry: ParameterEntry, edit: Mutant['edit'], expected: readonly Expected[]): Mutant {
  return { where: `${entry.list}/${entry.index} ${entry.name}`, edit, expected }
}

function drop(document: RawMap, { list, index }: ParameterEntry): void {
  const entries = valueAt(document, list)
  if (Array.isArray(entries)) entries.splice(index, 1)
}

function add(document: RawMap, { at }: Operation, parameter: RawMap): void {
  const node = nodeAt(document, at)
  node.parameters = [...(Array.isArray(node.parameters) ? node.parameters : []), parameter]
}
