import type { H3Event } from 'h3'
import type { Crossing } from '~/utils/schemas'

/** The crossing that the path names; there is none under any other name. */
export function crossingOf(event: H3Event): Crossing {
  const crossing = crossings.get(getRouterParam(event, 'id') ?? '')
  if (!crossing) throw createError({ statusCode: 404, statusMessage: 'No such crossing' })
  return crossing
}
