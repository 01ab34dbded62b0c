import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `CREATE TABLE "transcripts" ("media_id" uuid NOT NULL, "status" text NOT NULL, "progress" real NOT NULL DEFAULT '0', "failure" text, "language" text NOT NULL DEFAULT 'und', "segments" jsonb NOT NULL DEFAULT '[]', "words" text NOT NULL DEFAULT '', "edited" boolean NOT NULL DEFAULT false, "revision" integer NOT NULL DEFAULT '0', "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, CONSTRAINT "transcripts_status" CHECK ("status" in ('PENDING', 'READY', 'FAILED')), CONSTRAINT "PK_b643397d13194b9aab8ca226f01" PRIMARY KEY ("media_id"))`,
  `CREATE INDEX "transcripts_pending" ON "transcripts"  ("status", "updated_at") WHERE "status" = 'PENDING'`,
  `ALTER TABLE "transcripts" ADD CONSTRAINT "FK_b643397d13194b9aab8ca226f01" FOREIGN KEY ("media_id") REFERENCES "media"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
  `CREATE INDEX "transcripts_by_words" ON "transcripts" USING gin (search_words("words")) WHERE "status" = 'READY'`,
];

/** What is said in recordings, with its times. */
export class Transcripts1795455352916 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of statements) await queryRunner.query(statement);
  }

  /** Migrations go forward; going back is restoring the backup that was made before. */
  async down(): Promise<void> {
    throw new Error('This migration is undone by restoring the backup that was made before it.');
  }
}
