import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { rules } from '../../src/rules/index.js'
import { pageOf } from './page.js'

const pages = fileURLToPath(new URL('../../docs/rules/', import.meta.url))

// Printed anew by `npx vitest run test/rules/pages.test.ts -u`.
it.each(Object.entries(rules))('the page of %s is printed from the rule', async (id, rule) => {
  await expect(pageOf(id, rule)).toMatchFileSnapshot(`${pages}${id}.md`)
})

it('there is a page for every rule and no other', () => {
  expect(readdirSync(pages).sort()).toEqual(
    Object.keys(rules)
      .map((id) => `${id}.md`)
      .sort(),
  )
})
