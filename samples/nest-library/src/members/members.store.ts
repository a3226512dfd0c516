import { Injectable } from '@nestjs/common'
import { Role } from '../auth/roles'
import { Member } from './member'

const HEAD_LIBRARIAN = new Member({
  id: '7b0f3c1e-58a5-4f0b-9a55-6d1f0c9f2a11',
  card: 'LIB-000001',
  name: 'Ada Quill',
  email: 'ada@library.example',
  role: Role.Librarian,
  joinedAt: new Date('2024-01-15T09:00:00Z'),
  address: null,
  pin: '4711',
})

@Injectable()
export class MembersStore {
  private readonly members = new Map<string, Member>([[HEAD_LIBRARIAN.id, HEAD_LIBRARIAN]])

  all(): Member[] {
    return [...this.members.values()]
  }

  byId(id: string): Member | undefined {
    return this.members.get(id)
  }

  byCard(card: string): Member | undefined {
    return this.all().find((member) => member.card === card)
  }

  save(member: Member): Member {
    this.members.set(member.id, member)
    return member
  }
}
