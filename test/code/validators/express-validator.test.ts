import type { ValidationChain } from 'express-validator'
import { describe, expect, it } from 'vitest'
import { expressValidator } from '../../../src/code/validators/express-validator.js'
import { moduleScope } from '../../../src/code/values/scope.js'
import type { Schema } from '../../../src/model/schema.js'
import * as chains from './fixtures/libraries/express-validator.js'
import { accepts, constant, project, values } from './libraries.js'

/** What the chains of one constant demand of the body. */
function demanded(name: string): readonly Schema[] {
  const list = project.values.evaluate({ expression: constant('express-validator', name), scope: moduleScope })
  if (list.kind !== 'array') throw new Error(`${name} is no list of chains`)
  return list.elements.flatMap((element) => {
    const demands = expressValidator.demands?.(element, project.values.evaluate(element), project)
    if (!demands) throw new Error(`${name} is not read`)
    return demands.map(({ schema }) => schema)
  })
}

async function takes(list: readonly ValidationChain[], body: unknown): Promise<boolean> {
  const req = { body: structuredClone(body) }
  const results = []
  for (const chain of list) results.push(await chain.run(req))
  return results.every((result) => result.isEmpty())
}

describe('a chain of express-validator', () => {
  it.each(Object.entries(chains))('%s accepts what it accepts when it runs', async (name, list) => {
    const schemas = demanded(name)
    const given = [{}, ...values.map((value) => ({ f: value }))]
    const wrong: unknown[] = []
    for (const body of given) {
      const taken = await takes(list, body)
      const sure = schemas.every((schema) => accepts(schema, false, body))
      const perhaps = schemas.every((schema) => accepts(schema, true, body))
      if (sure && !taken) wrong.push({ refused: body })
      if (!perhaps && taken) wrong.push({ accepted: body })
    }
    expect(wrong).toEqual([])
  })
})
