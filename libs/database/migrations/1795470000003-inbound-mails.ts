import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `CREATE TABLE "inbound_mails" ("id" uuid NOT NULL, "fingerprint" bytea NOT NULL, "recipient" text NOT NULL, "raw" bytea, "outcome" text NOT NULL DEFAULT 'WAITING', "member_id" uuid, "received_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "settled_at" TIMESTAMP(3) WITH TIME ZONE, CONSTRAINT "UQ_0f5840529de40a62fad4bc87eb1" UNIQUE ("fingerprint"), CONSTRAINT "inbound_mails_outcome" CHECK ("outcome" in ('WAITING', 'POSTED', 'REFUSED', 'AUTOMATIC', 'NOT_PROVEN', 'NO_SENDER', 'NOT_THEIRS')), CONSTRAINT "PK_2f97d6fb19f5f03dc62f649388e" PRIMARY KEY ("id"))`,
  `CREATE INDEX "IDX_248daf284584047de4ce94d34b" ON "inbound_mails"  ("received_at") `,
];

export class InboundMails1795470000003 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of statements) await queryRunner.query(statement);
  }

  /** Migrations go forward; going back is restoring the backup that was made before. */
  async down(): Promise<void> {
    throw new Error('This migration is undone by restoring the backup that was made before it.');
  }
}
