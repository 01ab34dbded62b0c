import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `CREATE TABLE "webhooks" ("id" uuid NOT NULL, "member_id" uuid NOT NULL, "url" text NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "reached_at" TIMESTAMP(3) WITH TIME ZONE, "failing_since" TIMESTAMP(3) WITH TIME ZONE, "failure" text, CONSTRAINT "PK_9e8795cfc899ab7bdaa831e8527" PRIMARY KEY ("id"))`,
  `CREATE INDEX "IDX_cd8436585096228474f7a7c455" ON "webhooks"  ("member_id") `,
  // Whoever has chosen before gets what is shipped; nothing is told before they name a tool.
  `ALTER TABLE "delivery_settings" ADD "webhook_for" text array NOT NULL DEFAULT '{ASKED,URGENT,ANSWERED,MENTIONED,REMINDER,DUE_MOVED}'`,
  `ALTER TABLE "delivery_settings" ALTER "webhook_for" DROP DEFAULT`,
  `DROP INDEX "delivery_settings_news"`,
  `CREATE INDEX "delivery_settings_news" ON "delivery_settings" ("member_id") WHERE 'FOLLOWED' = any("email_for") or 'FOLLOWED' = any("push_for") or 'FOLLOWED' = any("webhook_for")`,
  `ALTER TABLE "deliveries" DROP CONSTRAINT "deliveries_route"`,
  // Not valid: nothing that is there can break a rule that only allows more, and reading all of it would stop the hub.
  `ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_route" CHECK ("route" in ('IN_APP', 'EMAIL', 'PUSH', 'WEBHOOK', 'DIGEST')) NOT VALID`,
  `ALTER TABLE "webhooks" ADD CONSTRAINT "FK_cd8436585096228474f7a7c455a" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
];

export class Webhooks1795470000006 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of statements) await queryRunner.query(statement);
  }

  /** Migrations go forward; going back is restoring the backup that was made before. */
  async down(): Promise<void> {
    throw new Error('This migration is undone by restoring the backup that was made before it.');
  }
}
