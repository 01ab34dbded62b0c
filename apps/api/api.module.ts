import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { type DynamicModule, Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { AdministrationApiModule } from '#administration';
import { AttentionApiModule } from '#attention';
import { CallsApiModule } from '#calls';
import { ChannelsApiModule } from '#channels';
import { Config } from '#config';
import { DatabaseModule } from '#database';
import { ExpectationsApiModule } from '#expectations';
import { ExportApiModule } from '#export';
import { FeedsApiModule } from '#feeds';
import { IdentityApiModule, SessionService } from '#identity';
import { InsightApiModule } from '#insight';
import { JobsModule } from '#jobs';
import type { Clock } from '#kernel';
import { LiveModule } from '#live';
import { MediaApiModule } from '#media';
import { PostingApiModule } from '#posting';
import { SearchApiModule } from '#search';
import { ThreadsApiModule } from '#threads';
import { EnginesModule } from '../engines.module.js';
import { entities } from '../entities.js';
import { jobs } from '../jobs.js';
import { graphqlOptions } from './graphql/graphql-options.js';
import { PreparedDocuments } from './graphql/prepared-documents.js';
import { PreparedDocumentsModule } from './graphql/prepared-documents.module.js';
import { HealthController } from './health.controller.js';
import { NodeResolver } from './node.resolver.js';

/** Everything that the api serves: a list, from the ground up. */
@Module({})
export class ApiModule {
  static of(config: Config, clock: Clock): DynamicModule {
    const { DATABASE_URL: url, DATABASE_POOL_SIZE: poolSize } = config.values;
    return {
      module: ApiModule,
      controllers: [HealthController],
      providers: [NodeResolver],
      imports: [
        DatabaseModule.connect({ url, poolSize, entities, applicationName: 'meantime-api' }),
        EnginesModule.choose(config, clock),
        JobsModule.of(jobs),
        IdentityApiModule,
        ChannelsApiModule,
        MediaApiModule,
        ThreadsApiModule,
        ExpectationsApiModule,
        PostingApiModule,
        AttentionApiModule,
        FeedsApiModule,
        CallsApiModule,
        SearchApiModule,
        ExportApiModule,
        AdministrationApiModule,
        InsightApiModule,
        LiveModule,
        PreparedDocumentsModule,
        GraphQLModule.forRootAsync<ApolloDriverConfig>({
          driver: ApolloDriver,
          imports: [IdentityApiModule, PreparedDocumentsModule],
          inject: [Config, SessionService, PreparedDocuments],
          useFactory: graphqlOptions,
        }),
      ],
    };
  }
}
