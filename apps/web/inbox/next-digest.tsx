import { useQuery } from 'urql';
import { graphql } from '../api';
import { useLingui } from '../language';

const ScheduleQuery = graphql(`
  query DigestTimes {
    viewer {
      digestSchedule {
        enabled
        times
      }
    }
  }
`);

/** When something will come by itself, so that nobody has to look. */
export function NextDigest() {
  const { i18n } = useLingui();
  const [{ data }] = useQuery({ query: ScheduleQuery });
  const schedule = data?.viewer?.digestSchedule;
  const first = schedule?.times[0];
  if (!schedule?.enabled || !first) return <p>{i18n._('What comes will stand here.')}</p>;
  return (
    <p>
      {i18n._('Your next digest comes at {time}. Until then there is nothing to look for.', {
        time: first.slice(0, 5),
      })}
    </p>
  );
}
