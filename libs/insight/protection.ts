import type { Id } from '#kernel';

/** What is counted of one person in one week. */
export interface Figures {
  /** Answers that they asked others for. */
  asked: number;
  /** Answers that others asked them for. */
  owed: number;
  /** Of these, given before they were due. */
  answeredInTime: number;
  urgent: number;
  /** Urgent posts that reached them outside their working hours. */
  offHoursInterruptions: number;
}

export const figureNames = ['asked', 'owed', 'answeredInTime', 'urgent', 'offHoursInterruptions'] as const;
export type FigureName = (typeof figureNames)[number];

/** Null: fewer than five people stand behind it, or it would tell something about fewer than five. */
export type ShownFigures = Record<FigureName, number | null>;

export interface PersonFigures {
  id: Id;
  /** The one group to which they belong. */
  group: string;
  figures: Figures;
}

export interface ShownWeek {
  organization: ShownFigures;
  /** Each group of at least five people, by name. */
  groups: { name: string; figures: ShownFigures }[];
}

/** No figure is about fewer people; neither is the difference of any two. */
export const LEAST_PEOPLE = 5;
/** Figures are told in steps of so many. */
export const STEP = 5;

/**
 * What of a week may be seen. A figure counts as being about those who contributed to it: a sum over many people of whom
 * two did anything is about two.
 *
 * Each figure is taken alone. Groups with too few people behind it are hidden; and so that the organisation's figure less
 * the groups that are shown tells nothing about too few, the smallest shown ones are hidden too, until enough people stand
 * behind what is hidden.
 */
export function protectedWeek(people: readonly PersonFigures[]): ShownWeek {
  const names = [...new Set(people.map(({ group }) => group))].sort();
  const groups = names
    .filter((name) => people.filter(({ group }) => group === name).length >= LEAST_PEOPLE)
    .map((name) => ({ name, figures: nothingShown() }));
  const organization = nothingShown();
  for (const figure of figureNames) {
    const behind = people.filter(({ figures }) => figures[figure] > 0);
    if (behind.length < LEAST_PEOPLE) continue;
    organization[figure] = rounded(behind, figure);
    const shown = shownGroups(behind, names, new Set(groups.map(({ name }) => name)));
    for (const group of groups) {
      if (!shown.has(group.name)) continue;
      group.figures[figure] = rounded(
        behind.filter((one) => one.group === group.name),
        figure,
      );
    }
  }
  return { organization, groups };
}

function shownGroups(
  behind: readonly PersonFigures[],
  names: readonly string[],
  large: ReadonlySet<string>,
): Set<string> {
  const sizes = names
    .map((name) => ({ name, size: behind.filter(({ group }) => group === name).length }))
    .sort((a, b) => a.size - b.size || (a.name < b.name ? -1 : 1));
  const shown = new Set(
    sizes.filter(({ name, size }) => large.has(name) && size >= LEAST_PEOPLE).map(({ name }) => name),
  );
  if (shown.size === names.length) return shown;
  let hidden = sizes.filter(({ name }) => !shown.has(name)).reduce((sum, { size }) => sum + size, 0);
  for (const { name, size } of sizes) {
    // Nobody behind the hidden ones tells of them too: that they did nothing.
    if (hidden >= LEAST_PEOPLE) break;
    if (shown.delete(name)) hidden += size;
  }
  return shown;
}

/** The figures of whole weeks together: only of what each of them shows, so nothing is learnt beside the weeks. */
export function together(weeks: readonly ShownWeek[]): ShownWeek {
  const names = [...new Set(weeks.flatMap(({ groups }) => groups.map(({ name }) => name)))].sort();
  return {
    organization: summed(weeks.map(({ organization }) => organization)),
    groups: names.map((name) => ({
      name,
      figures: summed(weeks.map(({ groups }) => groups.find((one) => one.name === name)?.figures ?? nothingShown())),
    })),
  };
}

function summed(figures: readonly ShownFigures[]): ShownFigures {
  const sum = nothingShown();
  for (const name of figureNames) {
    const shown = figures.map((one) => one[name]);
    if (shown.length > 0 && shown.every((value) => value !== null)) {
      sum[name] = shown.reduce((total, value) => total + value, 0);
    }
  }
  return sum;
}

const rounded = (people: readonly PersonFigures[], figure: FigureName): number =>
  Math.round(people.reduce((sum, { figures }) => sum + figures[figure], 0) / STEP) * STEP;

const nothingShown = (): ShownFigures => ({
  asked: null,
  owed: null,
  answeredInTime: null,
  urgent: null,
  offHoursInterruptions: null,
});
