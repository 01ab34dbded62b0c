import type { I18n } from '@lingui/core';

export const roles = ['OWNER', 'ADMIN', 'MEMBER', 'GUEST'] as const;

export const roleWords = (i18n: I18n) => ({
  OWNER: i18n._('Owner'),
  ADMIN: i18n._('Administrator'),
  MEMBER: i18n._('Member'),
  GUEST: i18n._('Guest'),
});
