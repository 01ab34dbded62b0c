import { ask } from '../api';
import { type FoundPerson, PeopleQuery, PersonQuery } from './people-query';

/** People that this page has seen, by id and by handle. */
const byId = new Map<string, FoundPerson>();
const byHandle = new Map<string, FoundPerson>();
const searches = new Map<string, Promise<FoundPerson[]>>();

export const knownPerson = (id: string): FoundPerson | undefined => byId.get(id);

function remember(person: FoundPerson): FoundPerson {
  byId.set(person.id, person);
  byHandle.set(person.handle.toLowerCase(), person);
  return person;
}

/** People whose name or handle fits, as long as the page lives asked for once for each text. */
export function findPeople(query: string): Promise<FoundPerson[]> {
  const text = query.trim().toLowerCase();
  let search = searches.get(text);
  if (!search) {
    search = ask(PeopleQuery, { query: text || null }).then(({ data }) => {
      if (!data) searches.delete(text);
      return (data?.members.nodes ?? []).filter(({ deactivatedAt }) => !deactivatedAt).map(remember);
    });
    searches.set(text, search);
  }
  return search;
}

export async function personById(id: string): Promise<FoundPerson | undefined> {
  const known = byId.get(id);
  if (known) return known;
  const { data } = await ask(PersonQuery, { id });
  return data?.member ? remember(data.member) : undefined;
}

/** Whoever a handle names; undefined for nobody. */
export async function personByHandle(handle: string): Promise<FoundPerson | undefined> {
  const known = byHandle.get(handle);
  if (known) return known;
  await findPeople(handle);
  return byHandle.get(handle);
}
