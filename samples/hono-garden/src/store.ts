export interface Plant {
  id: string
  name: string
  kind: 'herb' | 'fruit' | 'flower'
  bed: string | null
  wateredAt: string | null
  tags: string[]
}

export interface Watering {
  at: string
  litres: number
}

export interface Bed {
  id: string
  title: string
  sunny: boolean
}

export const beds: readonly Bed[] = [{ id: 'north', title: 'North wall', sunny: false }]

export const plants = new Map<string, Plant>([
  ['p1', { id: 'p1', name: 'Mint', kind: 'herb', bed: 'north', wateredAt: null, tags: [] }],
])

export const waterings = new Map<string, Watering[]>()
