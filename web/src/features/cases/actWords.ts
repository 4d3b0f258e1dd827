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
  case_status_move: msg`Changed where the case stands`,
  case_close: msg`Closed the case`,
  case_reopen: msg`Reopened the case`,
  case_facts_change: msg`Changed custody, community or state`,
  hand_over_read: msg`Read what was handed over`,
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
  episode_view: msg`Read of a time away`,
  together_start: msg`Began to plan together`,
  together_view: msg`Read the plan together`,
  together_record: msg`Wrote down together what the young person said or chose`,
  together_leave: msg`Ended planning together`,
  plan_approve: msg`Gave a word on a version of the plan`,
  plan_print: msg`Put a plan on paper`,
  plan_settings: msg`Set what plans ask for`,
  plan_template_view: msg`Read templates of plans`,
  plan_template_write: msg`Changed a template of plans`,
  plan_template_review: msg`Reviewed a template of plans`,
  plan_templates_load: msg`Loaded templates of plans on the server`,
  episode_record: msg`Recorded a time away`,
  notice_record: msg`Recorded who was told`,
  return_record: msg`Recorded a conversation on return`,
  clock_view: msg`Read what is due`,
  clock_meet: msg`Recorded what was due`,
  clock_waive: msg`Waived what was due`,
  clocks_load: msg`Loaded clocks on the server`,
  clock_definitions_view: msg`Read the definitions of clocks`,
  observation_view: msg`Read observations`,
  observation_record: msg`Wrote down an observation`,
  observation_review: msg`Reviewed an observation`,
  screening_record: msg`Referred to a screening`,
  report_record: msg`Wrote down a report`,
  trafficking_record: msg`Recorded a trafficking type`,
  case_history: msg`Read the history of a case`,
  read: msg`Read a list`,
  request_reveal: msg`Showed a caller's number`,
  service_search: msg`Searched the directory`,
  service_record: msg`Changed the directory`,
  board_view: msg`Read the board`,
  audit_view: msg`Read the audit trail`,
  mail_view: msg`Read how mail stands`,
  mail_retry: msg`Had a message tried again`,
  colleague_view: msg`Read the list of colleagues`,
  user_view: msg`Read the list of people`,
  user_manage: msg`Changed somebody's roles or access`,
  own_account: msg`Used their own account`,
  sign_in: msg`Signed in`,
  session_end: msg`Ended a session`,
  session_refresh: msg`Went on with a session`,
  user_create: msg`Made an account on the server`,
  user_disable: msg`Ended an access on the server`,
  user_supervise: msg`Said on the server who supervises whom`,
};
/** Kinds of record that an entry may be about. */
const targets: Record<string, MessageDescriptor> = {
  assignment: msg`a part in a team`,
  audit_entry: msg`an entry of the trail`,
  case: msg`a case`,
  case_fact_change: msg`a change of custody, community or state`,
  case_status_change: msg`a change of where a case stands`,
  clock: msg`something that is due`,
  contact: msg`a contact`,
  draft: msg`a draft`,
  episode: msg`a time away`,
  goal: msg`a goal`,
  mail: msg`a message`,
  missing_report: msg`a missing report`,
  notice: msg`a notice`,
  observation: msg`an observation`,
  organization: msg`the organization`,
  person: msg`a person on a case`,
  plan: msg`a plan`,
  plan_template: msg`a template of plans`,
  plan_version: msg`a version of a plan`,
  referral: msg`a referral`,
  report_made: msg`a report that was made`,
  request: msg`a request`,
  return_conversation: msg`a conversation on return`,
  screening: msg`a reference to a screening`,
  session: msg`a session`,
  staffing: msg`a staffing`,
  staffing_item: msg`an item of an agenda`,
  step: msg`a step`,
  together_view: msg`planning together`,
  together_record: msg`something said or chosen together`,
  strength: msg`a strength`,
  trafficking_type: msg`a trafficking type`,
  user: msg`a colleague`,
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
    /** All acts that have words, by their words. */
    acts: () =>
      Object.entries(acts)
        .map(([code, label]) => ({ value: code.toUpperCase(), label: i18n._(label) }))
        .sort((one, other) => one.label.localeCompare(other.label, i18n.locale)),
    target: (code: string) => known(targets, code),
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
