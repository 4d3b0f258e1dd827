import type {
  DisclosureMethod,
  DisclosurePreviewInput,
  DisclosurePurpose,
  DisclosureWithoutConsentInput,
  InformationCategory,
  ReportKind,
  ToldPerson,
} from '~/gql/generated/graphql';

/** What demands it: an order, a subpoena, which is none, or a report that a statute asks for. */
export type Demand = 'COURT_ORDER' | 'SUBPOENA' | 'STATUTE';

/** What the form holds; its fields have the names of the server's. */
export type CompelValues = {
  demand: Demand | null;
  report: ReportKind | null;
  person: string | null;
  recipientName: string;
  document: string;
  counselApproval: string;
  approvedBy: string | null;
  toldPerson: ToldPerson | null;
  toldPersonWords: string;
  safetySteps: string;
  categories: InformationCategory[];
  method: DisclosureMethod | null;
  about: InformationCategory | null;
  text: string;
};

export const emptyCompel: CompelValues = {
  demand: null,
  report: null,
  person: null,
  recipientName: '',
  document: '',
  counselApproval: '',
  approvedBy: null,
  toldPerson: null,
  toldPersonWords: '',
  safetySteps: '',
  categories: [],
  method: null,
  about: null,
  text: '',
};

/** What it is for follows from what demands it. */
export function purposeOf({ demand, report }: CompelValues): DisclosurePurpose {
  if (demand !== 'STATUTE') return 'COURT';
  return report === 'MISSING_CHILD' ? 'MISSING_CHILD_LOCATION' : 'LAW_ENFORCEMENT_COOPERATION';
}

const orNull = (text: string) => text.trim() || null;

/** What is to be shared, as the server is asked. */
export function askOf(
  values: CompelValues,
  caseId: string,
  person: string,
): DisclosurePreviewInput {
  const text = values.text.trim();
  return {
    case: caseId,
    person,
    recipientName: values.recipientName,
    categories: values.categories,
    purpose: purposeOf(values),
    method: values.method ?? 'VERBAL',
    words: text && values.about ? [{ category: values.about, text }] : [],
  };
}

/** On what it rests (rule 22): nothing of what belongs to another demand. */
export function withoutOf(values: CompelValues): DisclosureWithoutConsentInput {
  const { demand } = values;
  const told = values.toldPerson === 'TOLD';
  return {
    report: demand === 'STATUTE' ? values.report : null,
    subpoena: demand === 'SUBPOENA',
    counselApproval: demand === 'SUBPOENA' ? orNull(values.counselApproval) : null,
    approvedBy: demand === 'STATUTE' ? null : values.approvedBy,
    document: orNull(values.document),
    toldPerson: values.toldPerson,
    toldPersonWords: told ? null : orNull(values.toldPersonWords),
    safetySteps: orNull(values.safetySteps),
  };
}
