import { PickType } from '@nestjs/mapped-types'
import { Type } from 'class-transformer'
import { IsEmail, IsIn, IsOptional, IsString, Length, Matches, ValidateNested } from 'class-validator'
import { Role } from '../auth/roles'

export class AddressDto {
  @IsString()
  street: string

  @IsString()
  city: string

  @Matches(/^[0-9A-Z -]{3,10}$/)
  postcode: string
}

class PersonDto {
  @IsString()
  @Length(1, 80)
  name: string

  @IsEmail()
  email: string
}

export class RegisterMemberDto extends PersonDto {
  @IsString()
  @Length(4, 8)
  pin: string

  @IsOptional()
  @IsIn([Role.Librarian, Role.Member])
  role?: Role

  @IsOptional()
  @ValidateNested()
  @Type(() => AddressDto)
  address?: AddressDto
}

export class ChangeEmailDto extends PickType(RegisterMemberDto, ['email', 'pin']) {}
