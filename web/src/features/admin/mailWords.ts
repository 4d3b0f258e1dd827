import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import type { MailView } from './search';

const views: Record<MailView, MessageDescriptor> = {
  parked: msg`Mail given up`,
  waiting: msg`Mail waiting`,
  sent: msg`Mail sent`,
};
const templates: Record<string, MessageDescriptor> = {
  CASE_ASSIGNED: msg`somebody was assigned`,
  REFERRAL_ASSIGNED: msg`a referral waits`,
  CLOCK_DUE: msg`something is due`,
  REQUEST_DUE: msg`something is due`,
  STAFFING_INVITED: msg`asked to come to a staffing`,
  RELEASE_ASKS: msg`a release asks for something`,
};
/** The server's fixed English for why a try failed; a number in it is the mail server's code. */
const errors: [RegExp, MessageDescriptor][] = [
  [/could not be reached|connection was lost/, msg`The mail server could not be reached.`],
  [/no trusted encrypted/, msg`There is no trusted encrypted connection to the mail server.`],
  [/did not answer in time/, msg`The mail server did not answer in time.`],
  [/did not let us sign in/, msg`The mail server did not let us in.`],
  [/did not take the message/, msg`The mail server refused the message.`],
  [/could not be understood/, msg`The mail server's answer could not be understood.`],
  [/failed inside the program/, msg`Sending failed inside the program; its log says where.`],
  [/folder for mail/, msg`The folder for mail cannot be written.`],
];

/** Speaks the codes of mail. What has no words of ours is shown as the server says it. */
export function useMailWords() {
  const { i18n } = useLingui();
  return {
    view: (view: MailView) => i18n._(views[view]),
    template: (code: string) => {
      const known = templates[code];
      return known ? i18n._(known) : code.toLowerCase().replaceAll('_', ' ');
    },
    error: (text: string | null | undefined) => {
      if (!text) return null;
      const known = errors.find(([pattern]) => pattern.test(text))?.[1];
      const code = /\((\d{3})\)/.exec(text)?.[1];
      if (!known) return text;
      return code ? `${i18n._(known)} (${code})` : i18n._(known);
    },
  };
}
