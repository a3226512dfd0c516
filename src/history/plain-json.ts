/** Properties are points of their own, and places are no facts. */
const leftOut: ReadonlySet<string> = new Set(['at', 'properties', 'required'])

/** A value as JSON in which neither the order of keys nor that of an enum says anything. */
export function plainJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(plainJson).join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value).filter(([key, each]) => !leftOut.has(key) && each !== undefined)
  entries.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, each]) => `"${key}":${memberJson(key, each)}`).join()}}`
}

function memberJson(key: string, value: unknown): string {
  return key === 'enum' && Array.isArray(value) ? `[${value.map(plainJson).sort().join()}]` : plainJson(value)
}
