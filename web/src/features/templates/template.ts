import { graphql } from '~/gql';
import type {
  GoalOwner,
  Locale,
  PlanDomain,
  Situation,
  StepBy,
  TemplateQuery,
} from '~/gql/generated/graphql';

/** One template with its draft and every version. */
export const TemplateDocument = graphql(`
  query Template($id: ID!) {
    node(id: $id) {
      ... on PlanTemplate {
        __typename id version state title
        draft { title situation language about goals { number domain owner text steps { text by days } } }
        current { id number body { title situation language about goals { number domain owner text steps { text by days } } } }
        versions {
          id number publishedAt usedInPlans
          publishedBy { id name }
          reviews { state note at by { id name } }
        }
      }
    }
  }
`);
export type Template = Extract<NonNullable<TemplateQuery['node']>, { __typename: 'PlanTemplate' }>;
export type TemplateBody = NonNullable<Template['draft']>;

/** A template as it is written. Days are typed, and so are text. */
export interface Written {
  title: string;
  situation: Situation;
  language: Locale;
  about: string;
  goals: {
    domain: PlanDomain | null;
    owner: GoalOwner;
    text: string;
    steps: { text: string; by: StepBy; days: string }[];
  }[];
}

export const newStep = (): Written['goals'][number]['steps'][number] => ({
  text: '',
  by: 'SPECIALIST',
  days: '7',
});
export const newGoal = (): Written['goals'][number] => ({
  domain: null,
  owner: 'YOUTH',
  text: '',
  steps: [newStep()],
});

/** What stands, to be written over. */
export const writtenOf = (body: TemplateBody | undefined, language: Locale): Written =>
  body
    ? {
        title: body.title,
        situation: body.situation,
        language: body.language,
        about: body.about ?? '',
        goals: body.goals.map(({ domain, owner, text, steps }) => ({
          domain,
          owner,
          text,
          steps: steps.map(({ text, by, days }) => ({ text, by, days: String(days) })),
        })),
      }
    : { title: '', situation: 'OTHER', language, about: '', goals: [newGoal()] };

/** Whole days that were typed; `NaN` for anything else. */
export const daysTyped = (text: string) =>
  /^\d{1,3}$/.test(text.trim()) ? Number(text) : Number.NaN;
