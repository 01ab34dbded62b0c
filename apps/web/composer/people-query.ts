import { graphql, type ResultOf } from '../api';

/** Channels that one may write in: asked for once, looked through while typing. */
export const ChannelsQuery = graphql(`
  query ComposerChannels {
    viewer {
      channels(first: 100) {
        nodes {
          id
          name
          slug
          visibility
          archivedAt
        }
      }
    }
  }
`);

/** Groups are few: asked for once. Picked, one brings its people. */
export const GroupsQuery = graphql(`
  query ComposerGroups {
    groups {
      id
      handle
      name
      members {
        id
        name
        handle
        avatarUrl
      }
    }
  }
`);

export type WritableGroup = ResultOf<typeof GroupsQuery>['groups'][number];

/** People by their names, with what says when they hear of something. */
export const PeopleQuery = graphql(`
  query ComposerPeople($query: String) {
    members(first: 8, query: $query) {
      nodes {
        id
        name
        handle
        avatarUrl
        isBot
        deactivatedAt
        isWorkingTime
        nextWorkingTime
        workingHours {
          timeZone
          week {
            day
            start
            end
          }
        }
      }
    }
  }
`);

export type FoundPerson = ResultOf<typeof PeopleQuery>['members']['nodes'][number];

/** One person by id: somebody that another screen sent here. */
export const PersonQuery = graphql(`
  query ComposerPerson($id: ID!) {
    member(id: $id) {
      id
      name
      handle
      avatarUrl
      isBot
      deactivatedAt
      isWorkingTime
      nextWorkingTime
      workingHours {
        timeZone
        week {
          day
          start
          end
        }
      }
    }
  }
`);

/** The channel that is written to: its name, and what its agreement says. */
export const ChannelQuery = graphql(`
  query ComposerChannel($id: ID, $slug: String) {
    channel(id: $id, slug: $slug) {
      id
      name
      slug
      visibility
      agreement {
        defaultKind
        urgentAllowed
        urgentBudgetPerWeek
        urgentWindowMinutes
      }
    }
  }
`);

export type WritableChannel = NonNullable<ResultOf<typeof ChannelQuery>['channel']>;
