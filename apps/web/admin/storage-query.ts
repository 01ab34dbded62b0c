import { graphql, type ResultOf } from '../api';

export const StorageQuery = graphql(`
  query StorageAndQueue {
    administration {
      overview {
        playableAfterStopMedianSeconds
        playableAfterStopP95Seconds
        waitingJobs
        failedJobs
        pausedQueues
      }
      storage {
        usedBytes
        capacityBytes
        fullInDays
        originalsBytes
        renditionsBytes
        originalsRetentionDays
        byChannel {
          bytes
          channel {
            id
            name
          }
        }
      }
      queues {
        name
        title
        paused
        running
        waiting
        delayed
        failed
        typicalSeconds
        emptyInSeconds
      }
      waitingHistory {
        at
        waiting
      }
    }
  }
`);

export type StorageState = ResultOf<typeof StorageQuery>['administration'];
