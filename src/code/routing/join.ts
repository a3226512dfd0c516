import type { Template } from './graph.js'

/** A prefix and a path as one template: no double slashes, none at the end. */
export function joinTemplates(prefix: Template, path: Template): Template {
  return { path: joinPaths(prefix.path, path.path), patterns: { ...prefix.patterns, ...path.patterns } }
}

export function joinPaths(prefix: string, path: string): string {
  const joined = `/${prefix}/${path}`.replaceAll(/\/{2,}/g, '/')
  return joined.length > 1 && joined.endsWith('/') ? joined.slice(0, -1) : joined
}

/** Whether what is registered on the prefix runs for the path. Parameters may hold any segment. */
export function isUnder(path: string, prefix: string): boolean {
  const segments = path.split('/').filter(Boolean)
  for (const [index, wanted] of prefix.split('/').filter(Boolean).entries()) {
    if (wanted.startsWith('{*')) return true
    const given = segments[index]
    if (given === undefined) return false
    if (given.startsWith('{*')) return true
    if (!wanted.includes('{') && !given.includes('{') && wanted.toLowerCase() !== given.toLowerCase()) return false
  }
  return true
}

/** Whether all requests to the path are requests to the pattern: each segment is the same, or any. */
export function isCovered(path: string, pattern: string): boolean {
  const segments = path.split('/').filter(Boolean)
  const wanted = pattern.split('/').filter(Boolean)
  for (const [index, each] of wanted.entries()) {
    if (each.startsWith('{*')) return segments.length > index
    const given = segments[index]
    if (given === undefined || given.startsWith('{*')) return false
    if (!/^\{[^}]+\}$/.test(each) && each.toLowerCase() !== given.toLowerCase()) return false
  }
  return segments.length === wanted.length
}
