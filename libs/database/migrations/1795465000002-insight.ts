import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `CREATE TABLE "insight_weeks" ("monday" date NOT NULL, "shown" jsonb NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, CONSTRAINT "PK_facbb6cd8c7cb68b3ed23b1a8b1" PRIMARY KEY ("monday"))`,
  `CREATE INDEX "expected_responses_of_recipient" ON "expected_responses"  ("recipient_id", "created_at") `,
  `CREATE INDEX "expected_responses_of_author" ON "expected_responses"  ("author_id", "created_at") `,
];

/** What of each week the organisation may see, kept; and what one person asks and owes in a period, found by index. */
export class Insight1795465000002 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of statements) await queryRunner.query(statement);
  }

  /** Migrations go forward; going back is restoring the backup that was made before. */
  async down(): Promise<void> {
    throw new Error('This migration is undone by restoring the backup that was made before it.');
  }
}
