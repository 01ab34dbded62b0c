import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `CREATE TABLE "feed_addresses" ("member_id" uuid NOT NULL, "feed" text NOT NULL, "edition" uuid NOT NULL, "renewed_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, CONSTRAINT "feed_addresses_feed" CHECK ("feed" in ('PODCAST', 'CALENDAR')), CONSTRAINT "PK_396b58668e6c6703bbfb5c8f4ab" PRIMARY KEY ("member_id", "feed"))`,
  `ALTER TABLE "feed_addresses" ADD CONSTRAINT "FK_d7d63b454239ce4dc5c325c6814" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
];

/** The private addresses of feeds that were renewed. */
export class FeedAddresses1795462000001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of statements) await queryRunner.query(statement);
  }

  /** Migrations go forward; going back is restoring the backup that was made before. */
  async down(): Promise<void> {
    throw new Error('This migration is undone by restoring the backup that was made before it.');
  }
}
