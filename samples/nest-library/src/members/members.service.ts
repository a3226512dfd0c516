import { randomUUID } from 'node:crypto'
import { ForbiddenException, Injectable, NotFoundException } from '@nestjs/common'
import { Role } from '../auth/roles'
import { Member } from './member'
import { AddressDto, ChangeEmailDto, RegisterMemberDto } from './member.dto'
import { MembersStore } from './members.store'

@Injectable()
export class MembersService {
  constructor(private readonly store: MembersStore) {}

  all(): Member[] {
    return this.store.all()
  }

  find(id: string): Member {
    const member = this.store.byId(id)
    if (!member) {
      throw new NotFoundException(`There is no member ${id}`)
    }
    return member
  }

  register(values: RegisterMemberDto): Member {
    const member = new Member({
      role: Role.Member,
      ...values,
      address: values.address ?? null,
      id: randomUUID(),
      card: `LIB-${String(this.store.all().length + 1).padStart(6, '0')}`,
      joinedAt: new Date(),
    })
    return this.store.save(member)
  }

  /** False where the pin is not the member's own. */
  changeEmail(id: string, { email, pin }: ChangeEmailDto): Member | false {
    const member = this.find(id)
    return member.pin === pin && this.store.save(new Member({ ...member, email }))
  }

  move(id: string, address: AddressDto, mover: string): Member {
    const member = this.find(id)
    if (member.id !== mover && this.find(mover).role !== Role.Librarian) {
      throw new ForbiddenException('Members change their own address only')
    }
    return this.store.save(new Member({ ...member, address }))
  }
}
