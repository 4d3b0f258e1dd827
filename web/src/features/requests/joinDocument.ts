import { graphql } from '~/gql';

/** A request joins a case that is there. */
export const JoinDocument = graphql(`
  mutation RequestJoinCase($input: RequestJoinCaseInput!) {
    requestJoinCase(input: $input) {
      ... on RequestJoinCaseSuccess {
        request { id version state caseLink firstResponseAt case { id alias requests(first: 10) { edges { node { id } } } } }
      }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
      ... on ConflictProblem { currentVersion fields { path yours theirs } }
    }
  }
`);
