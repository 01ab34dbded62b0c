import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [`ALTER TABLE "media" ADD "received_at" TIMESTAMP(3) WITH TIME ZONE`];

export class ReceivedAt1795560000002 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of statements) await queryRunner.query(statement);
  }

  /** Migrations go forward; going back is restoring the backup that was made before. */
  async down(): Promise<void> {
    throw new Error('This migration is undone by restoring the backup that was made before it.');
  }
}
