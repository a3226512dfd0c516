import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import { audit } from '../../src/audit.js'
import { defaultCostSettings } from '../../src/cost/constants.js'
import type { Rule } from '../../src/model/rule.js'
import { rules } from '../../src/rules/index.js'

const root = mkdtempSync(join(tmpdir(), 'rule-examples-'))
symlinkSync(fileURLToPath(new URL('../../node_modules', import.meta.url)), join(root, 'node_modules'))
writeFileSync(join(root, 'package.json'), JSON.stringify({ type: 'module', dependencies: { express: '*', zod: '*' } }))

afterAll(() => rmSync(root, { recursive: true }))

async function firing(id: string, rule: Rule): Promise<string[]> {
  const folder = join(root, id)
  mkdirSync(folder)
  writeFileSync(join(folder, 'openapi.yaml'), rule.example.spec)
  writeFileSync(join(folder, 'app.ts'), rule.example.code)
  const compilerOptions = { module: 'nodenext', target: 'es2022', strict: true, types: [] }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions }))
  const result = await audit({
    root,
    spec: [`${id}/openapi.yaml`],
    project: [`${id}/tsconfig.json`],
    ignore: [],
    severities: {},
    overrides: [],
    allowRemote: false,
    cost: defaultCostSettings,
  })
  if (!result.ok) throw new Error(result.error.message)
  return [...new Set(result.report.findings.map((finding) => finding.rule))]
}

it.each(Object.entries(rules))('the example of %s shows it and nothing else', async (id, rule) => {
  expect(await firing(id, rule)).toEqual([id])
})
