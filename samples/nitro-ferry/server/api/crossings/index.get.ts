import { z } from 'zod'

const filter = z.object({
  from: z.enum(harbours).optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
})

export default defineEventHandler(async (event) => {
  const { from, limit } = await getValidatedQuery(event, filter.parse)
  const found = [...crossings.values()].filter((crossing) => from === undefined || crossing.from === from)
  return {
    crossings: found.slice(0, limit).map((crossing) => ({ ...crossing, seatsLeft: seatsLeft(crossing) })),
    total: found.length,
  }
})
