import { Injectable } from '@nestjs/common';
import { isEmail } from 'class-validator';
import { CsvError, parse } from 'csv-parse/sync';
import { ChannelService } from '#channels';
import { badCsv, InvitationService, type InvitationWish } from '#identity';
import { type Actor, HubError, type Id, type Role, roles } from '#kernel';
import type { CsvInvitationType } from './administration.inputs.js';

const MOST_ROWS = 500;
const MAX_NAME = 100;

interface Row {
  line: number;
  email: string;
  name: string;
  role: string;
  channels: string;
}

/** A list of people, from a spreadsheet: `email,name,role,channels`, with or without that line; channels by slug, apart by spaces or `;`. */
@Injectable()
export class CsvInvitations {
  constructor(
    private readonly invitations: InvitationService,
    private readonly channels: ChannelService,
  ) {}

  /**
   * Good rows are invited, bad ones say why.
   * @throws HubError permission.missing, member.administrators_only, invitation.bad_csv
   */
  async invite(actor: Actor, csv: string): Promise<CsvInvitationType[]> {
    this.invitations.requireMayInvite(actor, 'GUEST');
    const rows = rowsOf(csv);
    const channelIds = await this.channelsOf(actor, rows);
    const taken = await this.invitations.takenAddresses(rows.map(({ email }) => email));
    const seen = new Set<string>();
    const wishes: InvitationWish[] = [];
    const answers = rows.map((row) => {
      const said = this.wishOf(actor, row, channelIds, taken, seen);
      seen.add(row.email);
      if (typeof said !== 'string') wishes.push(said);
      const problem = typeof said === 'string' ? said : null;
      return { line: row.line, email: row.email, invited: problem === null, problem };
    });
    await this.invitations.inviteAll(actor, wishes);
    return answers;
  }

  /** @returns what is wrong with the row, in words, or whom to invite */
  private wishOf(
    actor: Actor,
    { email, name, role, channels }: Row,
    channelIds: ReadonlyMap<string, Id>,
    taken: ReadonlySet<string>,
    seen: ReadonlySet<string>,
  ): InvitationWish | string {
    if (!isEmail(email)) return 'This is not a mail address.';
    if (taken.has(email)) return 'A member has this mail address already.';
    if (seen.has(email)) return 'This mail address stands in the list twice.';
    const wished = (role.toUpperCase() || 'MEMBER') as Role;
    if (!roles.includes(wished)) return `There is no role ${role}: give OWNER, ADMIN, MEMBER or GUEST.`;
    if (/\p{Cc}/u.test(name) || name.length > MAX_NAME)
      return `A name has at most ${MAX_NAME} characters, on one line.`;
    const slugs = slugsOf(channels);
    const missing = slugs.find((slug) => !channelIds.has(slug));
    if (missing) return `There is no channel ${missing} that you may see.`;
    try {
      this.invitations.requireMayInvite(actor, wished);
    } catch (error) {
      if (error instanceof HubError) return error.message;
      throw error;
    }
    return { email, role: wished, channelIds: slugs.map((slug) => channelIds.get(slug)!), ...(name && { name }) };
  }

  private async channelsOf(actor: Actor, rows: readonly Row[]): Promise<Map<string, Id>> {
    const slugs = [...new Set(rows.flatMap(({ channels }) => slugsOf(channels)))];
    return this.channels.idsBySlugs(actor, slugs);
  }
}

/** Spreadsheets write what their country is used to. */
const delimiterOf = (csv: string): string => {
  const [first = ''] = csv.split('\n', 1);
  return first.includes('\t') ? '\t' : first.includes(',') || !first.includes(';') ? ',' : ';';
};

const slugsOf = (text: string): string[] => [
  ...new Set(
    text
      .toLowerCase()
      .split(/[\s;#]+/)
      .filter(Boolean),
  ),
];

function rowsOf(csv: string): Row[] {
  const rows = read(csv)
    .map(({ record: [email = '', name = '', role = '', channels = ''], info }) => ({
      ...{ line: info.lines, email: email.toLowerCase(), name, role, channels },
    }))
    .filter(({ email, line }) => !(line === 1 && /^e-?mail$/.test(email)));
  if (rows.length > MOST_ROWS) throw badCsv(`there are ${rows.length}, and ${MOST_ROWS} are taken at once`);
  return rows;
}

function read(csv: string): { record: string[]; info: { lines: number } }[] {
  try {
    return parse(csv, {
      ...{ bom: true, trim: true, info: true, relax_column_count: true, skip_empty_lines: true, to: MOST_ROWS + 2 },
      delimiter: delimiterOf(csv),
    }) as unknown as { record: string[]; info: { lines: number } }[];
  } catch (error) {
    if (error instanceof CsvError) throw badCsv(error.message.replace(/[.]$/, ''));
    throw error;
  }
}
