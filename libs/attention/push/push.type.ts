import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsOptional, MaxLength } from 'class-validator';
import { DateTime } from '#graph';

@ObjectType('PushDevice', { description: 'A browser on which the viewer is told.' })
export class PushDeviceType {
  @Field(() => ID) id: string;
  @Field(() => String, { nullable: true, description: 'What it called itself when it signed in.' })
  browser: string | null;
  @Field(() => DateTime) registeredAt: string;
  @Field(() => DateTime, { nullable: true, description: 'When its push service last took something for it.' })
  reachedAt: string | null;
  @Field(() => Boolean, { description: 'The one that asks.' }) isThisOne: boolean;
}

@InputType()
export class RegisterPushDeviceInput {
  @MaxLength(2_000, { message: 'an endpoint has at most 2,000 characters' })
  @Field(() => String, { description: 'Of the PushSubscription (W3C Push API).' })
  endpoint: string;
  @MaxLength(100, { message: 'a key has at most 100 characters' })
  @Field(() => String, { description: 'Its keys.p256dh, base64url.' })
  p256dh: string;
  @MaxLength(100, { message: 'a key has at most 100 characters' })
  @Field(() => String, { description: 'Its keys.auth, base64url.' })
  auth: string;
}

@InputType()
export class RemovePushDeviceInput {
  @IsOptional()
  @Field(() => ID, { nullable: true })
  id?: string | null;
  @IsOptional()
  @MaxLength(2_000, { message: 'an endpoint has at most 2,000 characters' })
  @Field(() => String, { nullable: true, description: 'Instead of an id, where the browser itself asks.' })
  endpoint?: string | null;
}

@ObjectType('PushDevicesPayload')
export class PushDevicesPayload {
  @Field(() => [PushDeviceType]) pushDevices: object[];
}

@ObjectType('TestPushPayload')
export class TestPushPayload {
  @Field(() => Int, { description: 'How many devices were told.' }) reached: number;
}
