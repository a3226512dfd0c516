import { Module } from '@nestjs/common'
import { MembersController } from './members.controller'
import { MembersService } from './members.service'
import { MembersStore } from './members.store'

@Module({
  controllers: [MembersController],
  providers: [MembersService, MembersStore],
  exports: [MembersStore],
})
export class MembersModule {}
