import {
  Body,
  ClassSerializerInterceptor,
  Controller,
  ForbiddenException,
  Get,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
  Put,
  UseGuards,
  UseInterceptors,
} from '@nestjs/common'
import { CurrentMember } from '../auth/current-member'
import { Public } from '../auth/public'
import { Role, Roles } from '../auth/roles'
import { RolesGuard } from '../auth/roles.guard'
import { MEMBERS } from '../common/routes'
import type { Member } from './member'
import { AddressDto, ChangeEmailDto, RegisterMemberDto } from './member.dto'
import { MembersService } from './members.service'

@Controller(MEMBERS)
@UseInterceptors(ClassSerializerInterceptor)
export class MembersController {
  constructor(private readonly members: MembersService) {}

  @Roles(Role.Librarian)
  @UseGuards(RolesGuard)
  @Get()
  async list(): Promise<Member[]> {
    return this.members.all()
  }

  @Public()
  @Post()
  register(@Body() values: RegisterMemberDto): Member {
    return this.members.register(values)
  }

  @Get('me')
  me(@CurrentMember() memberId: string): Member {
    return this.members.find(memberId)
  }

  @Roles(Role.Librarian)
  @UseGuards(RolesGuard)
  @Get(':memberId')
  find(@Param('memberId', ParseUUIDPipe) memberId: string): Member {
    return this.members.find(memberId)
  }

  @Patch(':memberId/email')
  async changeEmail(
    @Param('memberId', ParseUUIDPipe) memberId: string,
    @Body() values: ChangeEmailDto,
  ): Promise<Member | boolean> {
    const changed = this.members.changeEmail(memberId, values)
    if (changed === false) {
      throw new ForbiddenException('Wrong pin')
    }
    return changed
  }

  @Put(':memberId/address')
  move(
    @Param('memberId', ParseUUIDPipe) memberId: string,
    @Body() address: AddressDto,
    @CurrentMember() mover: string,
  ): Member {
    return this.members.move(memberId, address, mover)
  }
}
