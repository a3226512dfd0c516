import { follow } from '../document/operations.js'
import { escapeStep, isMap, listAt, mapAt, nodeAt } from '../document/raw.js'
import { below, expect, missingField, type Operator, orElse, undocumentedField } from '../mutant.js'
import { schemaMutant } from './schema-mutant.js'

const anyType = ['type-mismatch', 'nullable-mismatch'] as const

export const choiceOperators = {
  'drop a branch of a oneOf': {
    says: 'the code still has it: null as nullable, another type as type, one object among others by what tells it from them',
    *mutants({ document, schemas }) {
      for (const site of schemas) {
        for (const [index, branch] of listAt(site.node, 'oneOf').entries()) {
          const written = nodeAt(document, follow(document, `${site.at}/oneOf/${index}`))
          const isNull = isMap(branch) && branch.type === 'null'
          const names = Object.keys(mapAt(written, 'properties'))
          yield schemaMutant(
            site,
            `oneOf/${index}`,
            ['type-mismatch'],
            (node) => {
              node.oneOf = listAt(node, 'oneOf').filter((_, position) => position !== index)
            },
            ({ place }) => {
              if (isNull) return expect(place, 'nullable-mismatch')
              return names.reduce(
                (known, name) =>
                  orElse(
                    known,
                    below(place, escapeStep(name)),
                    undocumentedField(place),
                    'enum-mismatch',
                    'required-mismatch',
                  ),
                expect(place, 'type-mismatch', 'body-mismatch'),
              )
            },
          )
        }
      }
    },
  },
  'add a branch to a oneOf': {
    says: 'the code does not have it: another type; among objects, by what tells it from them',
    *mutants({ schemas }) {
      for (const site of schemas.filter(({ node }) => listAt(node, 'oneOf').length > 0)) {
        const tagged = isMap(site.node.discriminator)
        const added = tagged
          ? {
              type: 'object',
              required: ['type', 'length'],
              properties: { type: { enum: ['audio'] }, length: { type: 'integer' } },
            }
          : { type: 'boolean' }
        yield schemaMutant(
          site,
          'oneOf',
          anyType,
          (node) => {
            node.oneOf = [...listAt(node, 'oneOf'), added]
          },
          ({ place }) => {
            if (!tagged) return expect(place, 'type-mismatch')
            const tag = expect(below(place, 'type'), 'enum-mismatch')
            return orElse(orElse(tag, below(place, 'length'), missingField(place)), place, 'type-mismatch')
          },
        )
      }
    },
  },
} satisfies Record<string, Operator>
