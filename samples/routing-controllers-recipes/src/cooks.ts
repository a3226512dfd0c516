export interface Cook {
  name: string
  role: 'cook' | 'chef'
}

const cooks: Readonly<Record<string, Cook>> = {
  'Bearer ada': { name: 'Ada', role: 'chef' },
  'Bearer ben': { name: 'Ben', role: 'cook' },
}

export function cookOf(authorization: string | undefined): Cook | undefined {
  return authorization === undefined ? undefined : cooks[authorization]
}
