import { msg } from '@lingui/core/macro';
import type { Words } from '~/features/words';
import type { CheckedPart, CheckMethod, DirectoryTaskKind } from '~/gql/generated/enums';

export const checkMethod: Words<CheckMethod> = {
  CALL: msg`Spoke with them`,
  VISIT: msg`Was there`,
  WRITTEN_ANSWER: msg`They wrote it`,
  DOCUMENT_SEEN: msg`Saw a document`,
  WEBSITE: msg`Read on their site`,
  PARTNER: msg`A partner agency told it`,
};

export const checkedPart: Words<CheckedPart> = {
  CONTACT: msg`How to reach it`,
  OFFER: msg`What it does`,
  ELIGIBILITY: msg`Whom it takes`,
  AREA: msg`Where it serves`,
  CAPACITY: msg`Room`,
  CAPABILITIES: msg`What it is able to do`,
  LOCATION: msg`Where it is`,
};

export const taskKind: Words<DirectoryTaskKind> = {
  INCOMPLETE: msg`To be completed`,
  SOURCE_CHANGED: msg`Their source changed`,
  ANSWERED: msg`They told something new`,
  UNVERIFIED: msg`Never checked`,
  STALE: msg`Checked long ago`,
};

/** The fields of a record that may say something else, in the standard's names. */
export const changedField: Words<string> = {
  accreditations: msg`accreditations`,
  alert: msg`notice`,
  application_process: msg`how to apply`,
  attributes: msg`what it is able to do`,
  capacities: msg`room`,
  capacity: msg`room`,
  contacts: msg`contacts`,
  cost_options: msg`costs`,
  description: msg`what it does`,
  eligibility_description: msg`whom it takes`,
  email: msg`e-mail`,
  fees_description: msg`costs`,
  languages: msg`languages`,
  maximum_age: msg`ages`,
  minimum_age: msg`ages`,
  name: msg`name`,
  phones: msg`phones`,
  required_documents: msg`documents to bring`,
  schedules: msg`hours`,
  service_areas: msg`areas`,
  status: msg`whether it is open`,
  url: msg`site`,
};
