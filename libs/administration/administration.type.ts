import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { ByteCount, connectionOf, DateTime, NodeType } from '#graph';
import { MemberType } from '#identity';

@ObjectType('AuditEvent', { implements: () => NodeType })
export class AuditEventType implements NodeType {
  @Field(() => ID) id: string;
  @Field(() => String) action: string;
  @Field(() => MemberType, { nullable: true }) actor: object | null;
  @Field(() => String) subject: string;
  @Field(() => DateTime) at: string;
  @Field(() => String, { nullable: true }) ipAddress: string | null;
}

export const AuditEventConnection = connectionOf('AuditEvent', () => AuditEventType);

@ObjectType('QueueHealth')
export class QueueHealthType {
  @Field(() => String) name: string;
  @Field(() => Int) waiting: number;
  @Field(() => Int) active: number;
  @Field(() => Int) delayed: number;
  @Field(() => Int) failed: number;
  @Field(() => Float) oldestWaitingSeconds: number;
}

@ObjectType('SystemHealth')
export class SystemHealthType {
  @Field(() => String) version: string;
  @Field(() => Boolean) database: boolean;
  @Field(() => Boolean) storage: boolean;
  @Field(() => Boolean) queue: boolean;
  @Field(() => [QueueHealthType]) queues: QueueHealthType[];
  @Field(() => ByteCount) storageBytes: number;
}

@ObjectType('Administration', { description: 'For administrators and owners.' })
export class AdministrationType {
  // Made by AdministrationResolver: members, auditEvents, health.
}
