import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';

/** Acts as the audit names them. */
const acts: Record<string, MessageDescriptor> = {
  request_record: msg`Recorded a request`,
  request_view: msg`Read a request`,
  request_answer: msg`Gave a first response`,
  case_open: msg`Opened the case`,
  case_view: msg`Read the case`,
  case_assign: msg`Changed the team`,
  person_add: msg`Added a person`,
  person_change: msg`Changed a person`,
  identity_reveal: msg`Showed a hidden value`,
  plan_view: msg`Read the plan`,
  plan_edit: msg`Changed the plan`,
  plan_activate: msg`Made the plan active`,
  referral_view: msg`Read a referral`,
  referral_make: msg`Made a referral`,
  referral_move: msg`Moved a referral on`,
  contact_view: msg`Read contacts`,
  contact_log: msg`Logged a contact`,
  staffing_view: msg`Read a staffing`,
  staffing_schedule: msg`Planned a staffing`,
  case_history: msg`Read this history`,
};
const outcomes: Record<string, MessageDescriptor> = {
  done: msg`Done`,
  seen: msg`Seen`,
  refused: msg`Refused`,
  failed: msg`Failed`,
};

/** Speaks the audit's codes. One without words is shown as it is, so that nothing is left out. */
export function useActWords() {
  const { i18n } = useLingui();
  const known = (words: Record<string, MessageDescriptor>, code: string) => {
    const found = words[code.toLowerCase()];
    return found ? i18n._(found) : plain(code);
  };
  return {
    act: (code: string) => known(acts, code),
    outcome: (code: string) => known(outcomes, code),
    field: plain,
  };
}

/** `legal_name` and `legalName` both read "legal name". */
const plain = (code: string) =>
  code
    .replaceAll('_', ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
