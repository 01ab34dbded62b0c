import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional } from 'class-validator';
import { MemberType } from '../member.type.js';

const most = { message: 'a group has at most 500 members' };

@ObjectType('Group', { description: 'People who are asked together: its id may stand among recipientIds.' })
export class GroupType {
  @Field(() => ID) id: string;
  @Field(() => String, { description: 'What follows the @ in a mention of all of them.' }) handle: string;
  @Field(() => String) name: string;
  @Field(() => [MemberType], { description: 'By name.' }) members: object[];
}

@InputType()
export class CreateGroupInput {
  @Field(() => String) handle: string;
  @Field(() => String) name: string;
  @ArrayMaxSize(500, most)
  @Field(() => [ID])
  memberIds: string[];
}

@InputType({ description: 'What is not given stays.' })
export class UpdateGroupInput {
  @Field(() => ID) groupId: string;
  @Field(() => String, { nullable: true }) name?: string | null;
  @IsOptional()
  @ArrayMaxSize(500, most)
  @Field(() => [ID], { nullable: true })
  memberIds?: string[] | null;
}

@InputType()
export class RemoveGroupInput {
  @Field(() => ID) groupId: string;
}

@ObjectType('GroupPayload')
export class GroupPayload {
  @Field(() => GroupType) group: object;
}

@ObjectType('RemoveGroupPayload')
export class RemoveGroupPayload {
  @Field(() => [GroupType]) groups: object[];
}
