import { visit } from 'jsonc-parser'

/** Whether the beginning of a file has `openapi` or `swagger` with a version as a key of its top level. */
export function saysVersion(head: string): boolean {
  const text = head.replace(/^\uFEFF/, '')
  if (!/^\s*\{/.test(text)) return /^["']?(openapi|swagger)["']?\s*:\s*["']?[\d.]+["']?\s*(#.*)?$/m.test(text)
  let depth = 0
  let key = ''
  let found = false
  visit(text, {
    onObjectBegin: () => {
      depth += 1
    },
    onObjectEnd: () => {
      depth -= 1
    },
    onObjectProperty: (name) => {
      key = name
    },
    onLiteralValue: (value) => {
      if (depth === 1 && (key === 'openapi' || key === 'swagger') && /^\d/.test(String(value))) found = true
    },
  })
  return found
}
