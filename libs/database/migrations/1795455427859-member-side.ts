import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `CREATE TABLE "preferences" ("member_id" uuid NOT NULL, "locale" text, "theme" text NOT NULL, "text_scale" double precision NOT NULL, "playback_speed" double precision NOT NULL, "captions_on" boolean NOT NULL, "single_key_shortcuts" boolean NOT NULL, "shortcuts_json" text, "urgent_may_interrupt" boolean NOT NULL, "time_zone_follows_device" boolean NOT NULL, CONSTRAINT "preferences_theme" CHECK ("theme" in ('SYSTEM', 'LIGHT', 'DARK')), CONSTRAINT "PK_4135965a41702ce3cb18147b465" PRIMARY KEY ("member_id"))`,
  `CREATE TABLE "drafts" ("id" uuid NOT NULL, "member_id" uuid NOT NULL, "channel_id" uuid, "thread_id" uuid, "title" text NOT NULL, "body" text NOT NULL, "media_ids" uuid array NOT NULL, "expectation_json" text, "publish_at" TIMESTAMP(3) WITH TIME ZONE, "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, CONSTRAINT "PK_0598e229012c6cbd4ccbba97328" PRIMARY KEY ("id"))`,
  `CREATE INDEX "drafts_by_member" ON "drafts"  ("member_id", "updated_at", "id") `,
  `ALTER TABLE "channels" ADD "owner_id" uuid`,
  `ALTER TABLE "channels" ADD "retention_days" integer`,
  `ALTER TABLE "members" ADD "avatar_media_id" uuid`,
  `ALTER TABLE "sessions" ADD "user_agent" text`,
  `ALTER TABLE "access_tokens" ADD "last_used_at" TIMESTAMP(3) WITH TIME ZONE`,
  `ALTER TABLE "threads" ADD "pinned_at" TIMESTAMP(3) WITH TIME ZONE`,
  `ALTER TABLE "thread_readers" ADD "saved_at" TIMESTAMP(3) WITH TIME ZONE`,
  `ALTER TABLE "expected_responses" ADD "later_until" TIMESTAMP(3) WITH TIME ZONE`,
  `ALTER TABLE "expected_responses" ADD "nudged_at" TIMESTAMP(3) WITH TIME ZONE`,
  `ALTER TABLE "expected_responses" ADD "undoable_until" TIMESTAMP(3) WITH TIME ZONE`,
  `ALTER TABLE "expected_responses" ADD "before_act" jsonb`,
  `CREATE INDEX "threads_pinned" ON "threads"  ("channel_id", "pinned_at") WHERE "pinned_at" is not null`,
  `CREATE INDEX "thread_readers_saved" ON "thread_readers"  ("member_id", "saved_at", "thread_id") WHERE "saved_at" is not null`,
  `CREATE INDEX "posts_by_moment" ON "posts"  ("moment_media_id") WHERE "moment_media_id" is not null`,
  `CREATE INDEX "posts_scheduled_by_author" ON "posts"  ("author_id", "scheduled_for", "id") WHERE "published_at" is null and "deleted_at" is null`,
  `CREATE INDEX "expected_responses_later" ON "expected_responses"  ("later_until") WHERE "later_until" is not null and "status" = 'OPEN'`,
  `ALTER TABLE "channels" ADD CONSTRAINT "FK_3873ed438575cce703ecff4fc7b" FOREIGN KEY ("owner_id") REFERENCES "members"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "members" ADD CONSTRAINT "FK_455efc51b6d0fcd9b9d88615814" FOREIGN KEY ("avatar_media_id") REFERENCES "media"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "preferences" ADD CONSTRAINT "FK_4135965a41702ce3cb18147b465" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "drafts" ADD CONSTRAINT "FK_fa8f8641f520bae486ffe53277f" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "drafts" ADD CONSTRAINT "FK_299010fab2d6de1719846fc6405" FOREIGN KEY ("channel_id") REFERENCES "channels"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "drafts" ADD CONSTRAINT "FK_10334677f56e477229e7455db5f" FOREIGN KEY ("thread_id") REFERENCES "threads"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
];

/** What a member keeps on their own side: preferences, drafts, saved threads, what they put off; and what is pinned. */
export class MemberSide1795455427859 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of statements) await queryRunner.query(statement);
  }

  /** Migrations go forward; going back is restoring the backup that was made before. */
  async down(): Promise<void> {
    throw new Error('This migration is undone by restoring the backup that was made before it.');
  }
}
