import type { Client } from 'urql';
import { graphql } from '~/gql';
import { asRequest, type Operation } from '~/gql/documents';
import type { DraftQuery, DraftSaveMutation } from '~/gql/generated/graphql';
import { outcomeOf } from '~/gql/outcome';
import { newKey } from '~/ui';
import type { DraftStore } from './keeper';

const DraftDocument = graphql(`
  query Draft($form: String!) {
    draft(form: $form) { id version savedAt content }
  }
`);
const SaveDocument = graphql(`
  mutation DraftSave($input: DraftSaveInput!) {
    draftSave(input: $input) {
      ... on DraftSaveSuccess { draft { id version savedAt } }
      ... on Problem { code message }
      ... on ConflictProblem { currentVersion }
    }
  }
`);
const DiscardDocument = graphql(`
  mutation DraftDiscard($input: DraftDiscardInput!) {
    draftDiscard(input: $input) {
      ... on DraftDiscardSuccess { done }
      ... on Problem { code message }
    }
  }
`);
const request = (operation: unknown) => asRequest(operation as Operation<unknown, never>);

/** Drafts live on the server alone, one per person and form key (rule 125). */
export function draftStore(client: Client, form: string): DraftStore {
  return {
    load: async () => {
      const { data } = await client
        .query<DraftQuery>(request(DraftDocument), { form }, { requestPolicy: 'network-only' })
        .toPromise();
      const draft = data?.draft;
      return draft ? { version: draft.version, at: draft.savedAt, content: draft.content } : null;
    },
    save: async (content, version) => {
      const input = { clientMutationKey: newKey(), form, version, content };
      const answer = await client
        .mutation<DraftSaveMutation>(request(SaveDocument), { input })
        .toPromise();
      const outcome = outcomeOf(answer.data, answer.error);
      if (outcome.kind === 'done') {
        const { version: next, savedAt } = outcome.value.draft;
        return { kind: 'saved', version: next, at: savedAt };
      }
      return outcome.kind === 'conflict'
        ? { kind: 'newer', version: outcome.currentVersion }
        : { kind: 'failed' };
    },
    discard: async () => {
      const input = { clientMutationKey: newKey(), form };
      await client.mutation(request(DiscardDocument), { input }).toPromise();
    },
  };
}
