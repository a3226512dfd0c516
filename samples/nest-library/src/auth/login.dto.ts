import { IsString, Length, Matches } from 'class-validator'

export class LoginDto {
  @Matches(/^LIB-\d{6}$/)
  card: string

  @IsString()
  @Length(4, 8)
  pin: string
}
