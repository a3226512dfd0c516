import { SetMetadata } from '@nestjs/common'

export enum Role {
  Librarian = 'librarian',
  Member = 'member',
}

export const ROLES_KEY = 'roles'
export const Roles = (...roles: Role[]) => SetMetadata(ROLES_KEY, roles)
