import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `CREATE TABLE "calls" ("id" uuid NOT NULL, "post_id" uuid NOT NULL, "thread_id" uuid NOT NULL, "proposer_id" uuid NOT NULL, "minutes" integer NOT NULL, "starts" TIMESTAMP WITH TIME ZONE array NOT NULL, "last_start" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "link" text, "decided_start" TIMESTAMP(3) WITH TIME ZONE, "settled_at" TIMESTAMP(3) WITH TIME ZONE, "outcome_post_id" uuid, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, CONSTRAINT "PK_d9171d91f8dd1a649659f1b6a20" PRIMARY KEY ("id"))`,
  `CREATE INDEX "calls_to_settle" ON "calls"  ("last_start") WHERE "settled_at" is null`,
  `CREATE INDEX "calls_by_outcome" ON "calls"  ("outcome_post_id") WHERE "outcome_post_id" is not null`,
  `CREATE UNIQUE INDEX "calls_by_post" ON "calls"  ("post_id") `,
  `ALTER TABLE "calls" ADD CONSTRAINT "FK_384a47680da7caf3c0d5298a626" FOREIGN KEY ("post_id") REFERENCES "posts"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "calls" ADD CONSTRAINT "FK_d24634ece987389e9c8d7ac0628" FOREIGN KEY ("thread_id") REFERENCES "threads"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "calls" ADD CONSTRAINT "FK_7caaa5f4daa97bf53a66d462433" FOREIGN KEY ("proposer_id") REFERENCES "members"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "calls" ADD CONSTRAINT "FK_2991d56d3a4556ee6d03502bf1b" FOREIGN KEY ("outcome_post_id") REFERENCES "posts"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
];

/** Calls that were proposed in threads. */
export class Calls1795465000001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of statements) await queryRunner.query(statement);
  }

  /** Migrations go forward; going back is restoring the backup that was made before. */
  async down(): Promise<void> {
    throw new Error('This migration is undone by restoring the backup that was made before it.');
  }
}
