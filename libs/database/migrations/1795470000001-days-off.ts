import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `CREATE TABLE "organization_days" ("id" uuid NOT NULL, "date" date NOT NULL, "name" text NOT NULL, CONSTRAINT "UQ_4034d37aeb082518511c193f3df" UNIQUE ("date"), CONSTRAINT "PK_311effddcacd7124dfa6b6a2473" PRIMARY KEY ("id"))`,
  `CREATE TABLE "focus_blocks" ("id" uuid NOT NULL, "member_id" uuid NOT NULL, "starts_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "ends_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "note" text, CONSTRAINT "focus_blocks_order" CHECK ("starts_at" < "ends_at"), CONSTRAINT "PK_aa57ee4a8eb29ec08d222e7ffff" PRIMARY KEY ("id"))`,
  `CREATE INDEX "focus_blocks_by_member" ON "focus_blocks"  ("member_id", "starts_at") `,
  `ALTER TABLE "members" ADD "holiday_region" text`,
  `ALTER TABLE "focus_blocks" ADD CONSTRAINT "FK_9e1a47b0c8e4edc45789e9d4d41" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
];

export class DaysOff1795470000001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of statements) await queryRunner.query(statement);
  }

  /** Migrations go forward; going back is restoring the backup that was made before. */
  async down(): Promise<void> {
    throw new Error('This migration is undone by restoring the backup that was made before it.');
  }
}
