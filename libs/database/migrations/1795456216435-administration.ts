import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `CREATE TABLE "setting_overrides" ("key" text NOT NULL, "value" text NOT NULL, "changed_by_id" uuid NOT NULL, "changed_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, CONSTRAINT "PK_0ce461d772cede2b317f84e363d" PRIMARY KEY ("key"))`,
  `CREATE TABLE "signs_of_life" ("name" text NOT NULL, "at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, CONSTRAINT "PK_e2f60e61f0f7a36cc947053ff31" PRIMARY KEY ("name"))`,
  `CREATE TABLE "role_permissions" ("role" text NOT NULL, "permissions" text array NOT NULL, CONSTRAINT "PK_5d5086bd299f773d403574cf1c8" PRIMARY KEY ("role"))`,
  `CREATE TABLE "failed_jobs" ("id" uuid NOT NULL, "queue" text NOT NULL, "job_id" text NOT NULL, "name" text NOT NULL, "subject" text NOT NULL, "reason" text NOT NULL, "advice" text, "details" text, "tries" integer NOT NULL, "max_tries" integer NOT NULL, "owner_id" uuid, "channel_id" uuid, "media_id" uuid, "failed_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "told_at" TIMESTAMP(3) WITH TIME ZONE, "settled_at" TIMESTAMP(3) WITH TIME ZONE, CONSTRAINT "PK_11f22f1f6ab8927d72c0ccb700b" PRIMARY KEY ("id"))`,
  `CREATE INDEX "failed_jobs_untold" ON "failed_jobs"  ("failed_at") WHERE "told_at" is null and "settled_at" is null`,
  `CREATE INDEX "failed_jobs_open" ON "failed_jobs"  ("failed_at", "id") WHERE "settled_at" is null`,
  `CREATE UNIQUE INDEX "failed_jobs_by_job" ON "failed_jobs"  ("queue", "job_id") `,
  `CREATE TABLE "waiting_samples" ("at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "waiting" integer NOT NULL, CONSTRAINT "PK_3cb7913d2492f7bb249babd8985" PRIMARY KEY ("at"))`,
  `CREATE TABLE "job_durations" ("queue" text NOT NULL, "seconds" double precision NOT NULL, CONSTRAINT "PK_d4cc9313d1cba93035d62ea737c" PRIMARY KEY ("queue"))`,
  `ALTER TABLE "members" ADD "hours_set_at" TIMESTAMP(3) WITH TIME ZONE`,
  `ALTER TABLE "invitations" ADD "uses_left" integer NOT NULL DEFAULT '1'`,
  `ALTER TABLE "invitations" ADD "revoked_at" TIMESTAMP(3) WITH TIME ZONE`,
  `ALTER TABLE "invitations" ADD "mail_failure" text`,
  `ALTER TABLE "media" ADD "stopped_at" TIMESTAMP(3) WITH TIME ZONE`,
  `ALTER TABLE "digests" ADD "by_email" boolean NOT NULL DEFAULT false`,
  `ALTER TABLE "digests" ADD "mail_failure" text`,
  `ALTER TABLE "invitations" ALTER COLUMN "email" DROP NOT NULL`,
  `CREATE INDEX "audit_events_by_actor" ON "audit_events"  ("actor_id", "id") `,
  `CREATE INDEX "invitations_by_age" ON "invitations"  ("created_at", "id") `,
  `CREATE INDEX "digests_by_age" ON "digests"  ("period_end", "id") `,
  `ALTER TABLE "setting_overrides" ADD CONSTRAINT "FK_23a2e82a20d93239ee1e7a35a41" FOREIGN KEY ("changed_by_id") REFERENCES "members"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "failed_jobs" ADD CONSTRAINT "FK_82e614c25d1e77f20ae3cab8677" FOREIGN KEY ("owner_id") REFERENCES "members"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "failed_jobs" ADD CONSTRAINT "FK_c799d3ae0d856f3732eb00a4efb" FOREIGN KEY ("channel_id") REFERENCES "channels"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "failed_jobs" ADD CONSTRAINT "FK_cc376e91e94fe2fa8c2c428043f" FOREIGN KEY ("media_id") REFERENCES "media"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
  `INSERT INTO "role_permissions" ("role", "permissions") VALUES
    ('OWNER', '{SEND_URGENT,RECORD,SHARE_OUTSIDE,CREATE_CHANNEL,INVITE_MEMBERS,SEE_ADMINISTRATION,MANAGE_MEMBERS,MANAGE_SETTINGS}'),
    ('ADMIN', '{SEND_URGENT,RECORD,SHARE_OUTSIDE,CREATE_CHANNEL,INVITE_MEMBERS,SEE_ADMINISTRATION,MANAGE_MEMBERS}'),
    ('MEMBER', '{SEND_URGENT,RECORD,CREATE_CHANNEL}'),
    ('GUEST', '{RECORD}')`,
  `UPDATE "invitations" SET "uses_left" = 0 WHERE "accepted_at" IS NOT NULL`,
];

/** What administration keeps: rights of roles, invitation links, settings of the console, failed jobs and their history. */
export class Administration1795456216435 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of statements) await queryRunner.query(statement);
  }

  /** Migrations go forward; going back is restoring the backup that was made before. */
  async down(): Promise<void> {
    throw new Error('This migration is undone by restoring the backup that was made before it.');
  }
}
