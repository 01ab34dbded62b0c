import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `CREATE TABLE "agreement_readers" ("id" uuid NOT NULL, "member_id" uuid NOT NULL, "channel_id" uuid, "version" integer NOT NULL, CONSTRAINT "PK_bf02df5012500ce72639214eb5b" PRIMARY KEY ("id"))`,
  `CREATE UNIQUE INDEX "agreement_readers_of_organization" ON "agreement_readers"  ("member_id") WHERE "channel_id" is null`,
  `CREATE UNIQUE INDEX "agreement_readers_of_channel" ON "agreement_readers"  ("member_id", "channel_id") WHERE "channel_id" is not null`,
  `ALTER TABLE "agreement_readers" ADD CONSTRAINT "FK_4b34e0733a89d4d433db489fc9a" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "agreement_readers" ADD CONSTRAINT "FK_c1f353631e539276c076922fc3d" FOREIGN KEY ("channel_id") REFERENCES "channels"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
];

export class AgreementReaders1795470000005 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of statements) await queryRunner.query(statement);
  }

  /** Migrations go forward; going back is restoring the backup that was made before. */
  async down(): Promise<void> {
    throw new Error('This migration is undone by restoring the backup that was made before it.');
  }
}
