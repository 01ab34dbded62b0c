import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `CREATE TABLE "push_devices" ("id" uuid NOT NULL, "member_id" uuid NOT NULL, "session_id" uuid NOT NULL, "endpoint" text NOT NULL, "p256dh" text NOT NULL, "auth" text NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "reached_at" TIMESTAMP(3) WITH TIME ZONE, CONSTRAINT "UQ_bb0c25ac3988db691524768f85d" UNIQUE ("endpoint"), CONSTRAINT "PK_46b68decfd1164e1a796f48dc4a" PRIMARY KEY ("id"))`,
  `CREATE INDEX "IDX_3cf6e823dc0cbc28ad91f8019b" ON "push_devices"  ("member_id") `,
  `CREATE INDEX "IDX_e81e2c10439c101954632b4e65" ON "push_devices"  ("session_id") `,
  `ALTER TABLE "push_devices" ADD CONSTRAINT "FK_3cf6e823dc0cbc28ad91f8019bd" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "push_devices" ADD CONSTRAINT "FK_e81e2c10439c101954632b4e659" FOREIGN KEY ("session_id") REFERENCES "sessions"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
];

export class PushDevices1795470000002 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of statements) await queryRunner.query(statement);
  }

  /** Migrations go forward; going back is restoring the backup that was made before. */
  async down(): Promise<void> {
    throw new Error('This migration is undone by restoring the backup that was made before it.');
  }
}
