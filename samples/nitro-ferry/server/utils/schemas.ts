import { z } from 'zod'

export const harbours = ['Norhavn', 'Skerry', 'Little Skerry'] as const

export const newCrossing = z.strictObject({
  from: z.enum(harbours),
  to: z.enum(harbours),
  departsAt: z.iso.datetime(),
  seats: z.int().min(1).max(120),
  note: z.string().max(200).nullable().default(null),
})

export const crossingChange = z.strictObject({
  departsAt: z.iso.datetime().optional(),
  note: z.string().max(200).nullable().optional(),
})

export const newBooking = z.strictObject({
  name: z.string().min(1),
  passengers: z.int().min(1).max(12),
  bicycle: z.boolean().optional(),
})

export type Crossing = z.output<typeof newCrossing> & { id: string }

export type Booking = z.output<typeof newBooking> & { code: string; crossing: string; state: 'booked' | 'boarded' }
