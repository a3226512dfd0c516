import type { Dialect, KnownMiddleware } from '../../handlers/dialect.js'
import type { Value } from '../../values/value.js'

const modules: Readonly<Record<string, KnownMiddleware>> = {
  'next-auth/middleware': { statuses: [], guards: { scheme: 'session' } },
  'next-intl/middleware': { statuses: [] },
}

/** Middleware of packages that is known by where it comes from. */
export const knownMiddleware: Dialect['known'] = (value) => {
  const module = moduleOf(value)
  return module === null ? null : (modules[module] ?? null)
}

function moduleOf(value: Value): string | null {
  if (value.kind === 'import') return value.module
  return value.kind === 'call' ? moduleOf(value.callee) : null
}
