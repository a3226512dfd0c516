import type { Bike, Rental } from './model'

export const bikes: Bike[] = [
  { id: 1, frame: 'city', gears: 7, free: true, note: null, basket: 'front' },
  { id: 2, frame: 'cargo', gears: 9, free: true, note: 'electric' },
]

export const rentals: Rental[] = []
