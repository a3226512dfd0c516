import { requiredOf } from '../document/operations.js'
import { escapeStep, isMap, listAt, mapAt, nodeAt, type RawMap, renameKey, without } from '../document/raw.js'
import type { SchemaSite, Use } from '../document/sites.js'
import type { Ground } from '../ground.js'
import {
  below,
  type Expected,
  expect,
  type Mutant,
  missingField,
  type Operator,
  orElse,
  undocumentedField,
} from '../mutant.js'

const fresh = 'nickname'

export const propertyOperators = {
  'drop a property': {
    says: 'the code still has it: an undocumented field',
    *mutants(ground) {
      for (const { site, name } of propertiesOf(ground)) {
        // Without its only property, an object would stand for any object: that is another fault.
        if (site.uses.some((use) => namesAt(ground.document, use).size < 2)) continue
        yield mutant(site, name, usesOf(ground, site, name), {
          edit: (document) => {
            delete mapAt(nodeAt(document, site.at), 'properties')[name]
            forget(document, site, name)
          },
          tell: ({ place }) => [expect(below(place, escapeStep(name)), undocumentedField(place))],
        })
      }
    },
  },
  'add a property': {
    says: 'the code does not have it: a field that is never sent, or not taken',
    *mutants(ground) {
      for (const site of objectsOf(ground)) {
        yield mutant(site, fresh, site.uses, {
          edit: (document) => {
            mapAt(nodeAt(document, site.at), 'properties')[fresh] = { type: 'string' }
          },
          tell: ({ place }) => [expect(below(place, fresh), missingField(place))],
        })
      }
    },
  },
  'add a required property': {
    says: 'the code does not have it: a field that is never sent, or not taken',
    *mutants(ground) {
      for (const site of objectsOf(ground)) {
        yield mutant(site, fresh, site.uses, {
          edit: (document) => {
            const node = nodeAt(document, site.at)
            mapAt(node, 'properties')[fresh] = { type: 'string' }
            node.required = [...requiredOf(node), fresh]
          },
          tell: ({ place }) => [expect(below(place, fresh), missingField(place))],
        })
      }
    },
  },
  'rename a property': {
    says: 'an undocumented field under the old name and a missing one under the new; where no name is left in common, another envelope',
    *mutants(ground) {
      for (const { site, name } of propertiesOf(ground)) {
        const renamed = `${name}Text`
        yield mutant(site, name, usesOf(ground, site, name), {
          edit: (document) => {
            for (const joint of jointsOf(site)) {
              const node = nodeAt(document, joint)
              const required = requiredOf(node)
              if (required.includes(name)) node.required = required.map((one) => (one === name ? renamed : one))
            }
            renameKey(mapAt(nodeAt(document, site.at), 'properties'), name, renamed)
          },
          tell: (use) => {
            const { place } = use
            const both = [
              expect(below(place, escapeStep(name)), undocumentedField(place)),
              expect(below(place, escapeStep(renamed)), missingField(place)),
            ]
            const alone = namesAt(ground.document, use).size < 2
            return alone ? both.map((one) => orElse(one, place, 'body-mismatch')) : both
          },
        })
      }
    },
  },
  'make a property optional': {
    says: 'required on the code’s side only',
    *mutants(ground) {
      for (const { site, name } of propertiesOf(ground)) {
        const uses = usesOf(ground, site, name).filter((use) => isRequired(ground.document, use, name))
        if (uses.length === 0) continue
        yield mutant(site, name, uses, {
          edit: (document) => forget(document, site, name),
          tell: ({ place }) => [expect(below(place, escapeStep(name)), 'required-mismatch')],
        })
      }
    },
  },
  'make a property required': {
    says: 'required on the document’s side only',
    *mutants(ground) {
      for (const { site, name } of propertiesOf(ground)) {
        // A right document may call a field optional that the code always sends, which is a note: then this mends it.
        const uses = usesOf(ground, site, name).filter(
          (use) => !isRequired(ground.document, use, name) && !ground.knowledge.requires(use.place, name),
        )
        if (uses.length === 0) continue
        yield mutant(site, name, uses, {
          edit: (document) => {
            const node = nodeAt(document, site.at)
            node.required = [...requiredOf(node), name]
          },
          tell: ({ place }) => [expect(below(place, escapeStep(name)), 'required-mismatch')],
        })
      }
    },
  },
  'open an object': {
    says: 'the code has no other fields: any other is never sent, or not taken',
    *mutants(ground) {
      for (const site of objectsOf(ground)) {
        if (
          site.uses.some(({ joint }) => joint.some((at) => nodeAt(ground.document, at).additionalProperties === true))
        )
          continue
        yield mutant(site, 'additionalProperties', site.uses, {
          edit: (document) => {
            nodeAt(document, site.at).additionalProperties = true
          },
          tell: ({ place }) => [expect(below(place, '*'), missingField(place))],
        })
      }
    },
  },
  'open an object to one type': {
    says: 'the code has no other fields: any other is never sent, or not taken',
    *mutants(ground) {
      for (const site of objectsOf(ground)) {
        // Beside other parts of an `allOf`, it would speak of their properties too and leave nothing that fits.
        const own = Object.keys(mapAt(site.node, 'properties')).length
        if (site.uses.some((use) => namesAt(ground.document, use).size > own)) continue
        yield mutant(site, 'additionalProperties', site.uses, {
          edit: (document) => {
            nodeAt(document, site.at).additionalProperties = { type: 'integer' }
          },
          tell: ({ place }) => [expect(below(place, '*'), missingField(place))],
        })
      }
    },
  },
  'close an object': {
    says: 'the code has fields of any name: undocumented',
    *mutants(ground) {
      for (const site of ground.schemas.filter(({ node }) => isMap(node.additionalProperties))) {
        yield mutant(site, 'additionalProperties', site.uses, {
          edit: (document) => {
            const node = nodeAt(document, site.at)
            node.additionalProperties = false
          },
          tell: ({ place }) => [expect(below(place, '*'), undocumentedField(place))],
        })
      }
    },
  },
} satisfies Record<string, Operator>

interface Work {
  readonly edit: (document: RawMap) => void
  readonly tell: (use: Use) => readonly Expected[]
}

function mutant(site: SchemaSite, name: string, uses: readonly Use[], { edit, tell }: Work): Mutant {
  return { where: `${site.at} ${name}`, edit, expected: uses.flatMap(tell) }
}

function objectsOf({ schemas }: Ground): SchemaSite[] {
  return schemas.filter(({ node }) => Object.keys(mapAt(node, 'properties')).length > 0)
}

function propertiesOf(ground: Ground): { readonly site: SchemaSite; readonly name: string }[] {
  return objectsOf(ground).flatMap((site) =>
    Object.keys(mapAt(site.node, 'properties')).map((name) => ({ site, name })),
  )
}

/** The elements for which this schema alone speaks of the property. */
function usesOf({ document }: Ground, site: SchemaSite, name: string): Use[] {
  return site.uses.filter(({ joint }) =>
    joint.every((at) => at === site.at || !(name in mapAt(nodeAt(document, at), 'properties'))),
  )
}

function namesAt(document: RawMap, { joint }: Use): Set<string> {
  return new Set(joint.flatMap((at) => Object.keys(mapAt(nodeAt(document, at), 'properties'))))
}

const isRequired = (document: RawMap, { joint }: Use, name: string): boolean =>
  joint.some((at) => requiredOf(nodeAt(document, at)).includes(name))

const jointsOf = ({ uses }: SchemaSite): Set<string> => new Set(uses.flatMap(({ joint }) => joint))

function forget(document: RawMap, site: SchemaSite, name: string): void {
  for (const at of jointsOf(site)) {
    if (listAt(nodeAt(document, at), 'required').includes(name)) without(nodeAt(document, at), 'required', name)
  }
}
