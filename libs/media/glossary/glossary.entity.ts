import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A name or word of the organisation that speech engines are told of. */
@Entity('glossary_words')
export class GlossaryWordEntity {
  @PrimaryColumn('text') word: string;
  /** Engines read the first ones only. */
  @Column('int') position: number;
}
