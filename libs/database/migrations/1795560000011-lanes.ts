import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `ALTER TABLE "outbox" ADD "turn" integer`,
  `ALTER TABLE "media" ADD "lane" text`,
  `ALTER TABLE "media" ADD "turn" integer`,
  `ALTER TABLE "media" ADD "remaining_seconds" integer`,
  `ALTER TABLE "media" ADD "silences_ms" integer array`,
];

export class Lanes1795560000011 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of statements) await queryRunner.query(statement);
  }

  /** Migrations go forward; going back is restoring the backup that was made before. */
  async down(): Promise<void> {
    throw new Error('This migration is undone by restoring the backup that was made before it.');
  }
}
