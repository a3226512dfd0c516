import { Exclude } from 'class-transformer'
import type { Role } from '../auth/roles'

export class Address {
  street: string
  city: string
  postcode: string
}

export class Member {
  id: string
  card: string
  name: string
  email: string
  role: Role
  joinedAt: Date
  address: Address | null

  @Exclude()
  pin: string

  constructor(values: Member) {
    Object.assign(this, values)
  }
}
