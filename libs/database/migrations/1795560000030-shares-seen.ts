import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [`ALTER TABLE "preferences" ADD "shares_seen" boolean NOT NULL DEFAULT false`];

export class SharesSeen1795560000030 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of statements) await queryRunner.query(statement);
  }

  /** Migrations go forward; going back is restoring the backup that was made before. */
  async down(): Promise<void> {
    throw new Error('This migration is undone by restoring the backup that was made before it.');
  }
}
