import { graphql } from '~/gql';
import type { DisclosuresQuery, SharePreviewQuery } from '~/gql/generated/graphql';

/** Exactly what would leave, and whether it may (rules 12, 28). */
export const SharePreviewDocument = graphql(`
  query SharePreview($input: DisclosurePreviewInput!) {
    disclosurePreview(input: $input) {
      content {
        recipientName notice releaseCopy
        parts { category lines { field text } }
      }
      contentHash refusal
      release { id }
    }
  }
`);
export type Preview = SharePreviewQuery['disclosurePreview'];
export type Content = Preview['content'];

export const ShareDocument = graphql(`
  mutation Share($input: DisclosureMakeInput!) {
    disclosureMake(input: $input) {
      ... on DisclosureMakeSuccess { disclosure { id case { id } } }
      ... on Problem { code message }
      ... on DisclosureRefusedProblem { why: refusal }
      ... on ValidationProblem { fields { path message } }
    }
  }
`);

/** The same for what a court or a statute demands (rules 22, 23). */
export const CompelPreviewDocument = graphql(`
  query CompelPreview($input: DisclosurePreviewInput!, $without: DisclosureWithoutConsentInput!) {
    disclosurePreview(input: $input, without: $without) {
      content {
        recipientName notice releaseCopy
        parts { category lines { field text } }
      }
      contentHash refusal
      release { id }
    }
  }
`);

export const CompelDocument = graphql(`
  mutation Compel($input: DisclosureCompelInput!) {
    disclosureCompel(input: $input) {
      ... on DisclosureCompelSuccess { disclosure { id case { id } } }
      ... on Problem { code message }
      ... on DisclosureRefusedProblem { why: refusal }
      ... on ValidationProblem { fields { path message } }
    }
  }
`);

/** Who may approve, and what belongs into which report. */
export const CompelFactsDocument = graphql(`
  query CompelFacts {
    colleagues(role: SUPERVISOR) { id name }
    mandatedReports { report categories words }
  }
`);

/** What was shared, newest first (rule 26). */
export const DisclosuresDocument = graphql(`
  query Disclosures($id: ID!, $after: String) {
    case(id: $id) {
      id
      disclosures(first: 10, after: $after) {
        edges {
          node {
            id madeAt recipientName categories purpose method basis
            document seenAt report subpoena counselApproval toldPerson toldPersonWords safetySteps
            approvedBy { id name }
            madeBy { id name }
            content { recipientName notice releaseCopy parts { category lines { field text } } }
          }
        }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`);
export type MadeDisclosure = NonNullable<
  DisclosuresQuery['case']
>['disclosures']['edges'][number]['node'];
