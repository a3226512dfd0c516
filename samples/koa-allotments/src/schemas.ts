import { z } from 'zod'

export const soils = ['clay', 'loam', 'sand'] as const

export const plotParams = z.object({ number: z.coerce.number().int().positive() })

export const plotQuery = z.object({
  state: z.enum(['free', 'taken']).optional(),
  from: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(50).default(10),
})

export const newPlot = z.strictObject({
  number: z.number().int().positive(),
  squareMetres: z.number().min(20).max(500),
  soil: z.enum(soils),
})

export const plotChange = z.strictObject({
  squareMetres: z.number().min(20).max(500).optional(),
  soil: z.enum(soils).optional(),
})

export const newHarvest = z.strictObject({
  crop: z.string().min(1).max(80),
  grams: z.number().int().positive(),
  pickedOn: z.iso.date(),
  note: z.string().max(200).nullable().optional(),
})

export const application = z.strictObject({
  name: z.string().min(1),
  email: z.email(),
  squareMetres: z.number().min(20),
})

export type PlotParams = z.output<typeof plotParams>
export type PlotQuery = z.output<typeof plotQuery>
export type NewPlot = z.output<typeof newPlot>
export type PlotChange = z.output<typeof plotChange>
export type NewHarvest = z.output<typeof newHarvest>
export type Application = z.output<typeof application>
