import { Check, Column, Entity } from 'typeorm';
import { IdColumn, InstantColumn } from '#database';

/** The one organisation that this installation serves; `isOnly` keeps it the only row. */
@Entity('organizations')
@Check('organizations_only_one', '"is_only"')
export class OrganizationEntity {
  @IdColumn() id: string;
  @Column('text') name: string;
  @Column('boolean', { default: true, unique: true }) isOnly: boolean;
  @InstantColumn() createdAt: Date;
}

/** The hash of the setup code while nobody has used it; the row goes with its use. */
@Entity('setup_codes')
@Check('setup_codes_only_one', '"is_only"')
export class SetupCodeEntity {
  @IdColumn() id: string;
  @Column('bytea') codeHash: Buffer;
  @Column('boolean', { default: true, unique: true }) isOnly: boolean;
  @InstantColumn() createdAt: Date;
}
