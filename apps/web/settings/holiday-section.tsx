import { useMutation, useQuery } from 'urql';
import { graphql, sentenceOf } from '../api';
import { useLingui, useTimes } from '../language';
import { notice } from '../notice';

const HolidaysQuery = graphql(`
  query Holidays($year: Int!, $next: Int!, $language: String) {
    viewer {
      holidayRegion
      thisYear: holidays(year: $year) {
        from
        to
        name
      }
      nextYear: holidays(year: $next) {
        from
        to
        name
      }
    }
    holidayRegions(language: $language) {
      region
      name
    }
  }
`);
const RegionsQuery = graphql(`
  query HolidayRegionsOf($country: String!, $language: String) {
    holidayRegions(country: $country, language: $language) {
      region
      name
    }
  }
`);
const SetRegion = graphql(`
  mutation SetHolidayRegion($input: SetHolidayRegionInput!) {
    setHolidayRegion(input: $input) {
      region
    }
  }
`);
const SHOWN = 5;

/** Whose public holidays are off. Nothing arrives or is due on them. */
export function HolidaySection() {
  const { i18n } = useLingui();
  const times = useTimes();
  const today = times.dayOf(Date.now());
  const year = Number(today.slice(0, 4));
  const variables = { year, next: year + 1, language: i18n.locale };
  const [{ data }, refetch] = useQuery({ query: HolidaysQuery, variables });
  const [, setRegion] = useMutation(SetRegion);
  const region = data?.viewer?.holidayRegion ?? '';
  const country = region.slice(0, 2);
  const [{ data: states }] = useQuery({
    query: RegionsQuery,
    variables: { country, language: i18n.locale },
    pause: !country,
  });
  const coming = [...(data?.viewer?.thisYear ?? []), ...(data?.viewer?.nextYear ?? [])]
    .filter(({ to }) => to >= today)
    .slice(0, SHOWN);
  const choose = async (next: string) => {
    const { error } = await setRegion({ input: { region: next || null } });
    if (error) notice({ text: sentenceOf(i18n, error), isProblem: true });
    else
      notice({
        text: i18n._('Saved. What is due for you was counted anew.'),
        undo: () => setRegion({ input: { region: region || null } }).then(reload),
      });
    reload();
  };
  const reload = () => refetch({ requestPolicy: 'network-only' });
  return (
    <>
      <div className="three">
        <label className="fieldset">
          <span className="label">{i18n._('Public holidays of')}</span>
          <select className="input" value={country} onChange={(event) => void choose(event.target.value)}>
            <option value="">{i18n._('no country')}</option>
            {data?.holidayRegions.map((one) => (
              <option key={one.region} value={one.region}>
                {one.name}
              </option>
            ))}
          </select>
        </label>
        {country && (states?.holidayRegions.length ?? 0) > 0 && (
          <label className="fieldset">
            <span className="label">{i18n._('Region')}</span>
            <select className="input" value={region} onChange={(event) => void choose(event.target.value)}>
              <option value={country}>{i18n._('the whole country’s alone')}</option>
              {states?.holidayRegions.map((one) => (
                <option key={one.region} value={one.region}>
                  {one.name}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      {coming.length > 0 && (
        <ul className="absences" aria-label={i18n._('Days off to come')}>
          {coming.map(({ from, to, name }) => (
            <li key={`${from} ${name}`}>
              <span>{name}</span>
              <small>
                {from === to
                  ? times.day(from)
                  : i18n._('{from} to {to}', {
                      from: times.day(from),
                      to: times.day(to),
                    })}
              </small>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
