import { type Agreement, type AgreementTerms, shippedAgreement } from './agreement.js';

/** An agreement's row; all null where neither the channel nor the organisation has written one. */
export interface AgreementRow {
  version: number | null;
  text: string | null;
  default_kind: AgreementTerms['defaultKind'] | null;
  urgent_allowed: boolean | null;
  urgent_window_minutes: number | null;
  urgent_budget_per_week: number | null;
  max_recipients: number | null;
}

/** Select list of {@link AgreementRow}; `a` is the agreement. */
export const agreementColumns = `a.version, a.text, a.default_kind, a.urgent_allowed, a.urgent_window_minutes,
  a.urgent_budget_per_week, a.max_recipients`;

/** The agreement in force in channel `c`, joined as `a`: its own newest version, else the organisation's newest. */
export const agreementInForce = `left join lateral (
    (select * from agreements where channel_id = c.id order by version desc limit 1)
    union all
    (select * from agreements where channel_id is null order by version desc limit 1)
    order by channel_id nulls last limit 1) a on true`;

export const agreementOf = (row: AgreementRow | undefined): Agreement =>
  !row || row.version === null
    ? shippedAgreement
    : {
        version: row.version,
        text: row.text!,
        defaultKind: row.default_kind!,
        defaultTiming: shippedAgreement.defaultTiming,
        urgentAllowed: row.urgent_allowed!,
        urgentWindowMinutes: row.urgent_window_minutes!,
        urgentBudgetPerWeek: row.urgent_budget_per_week!,
        maxRecipients: row.max_recipients!,
      };
