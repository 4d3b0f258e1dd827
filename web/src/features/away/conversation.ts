import { whenOf } from '~/features/clocks/When';
import type {
  AwayExperience,
  LeavingFactor,
  ReturnConversationRecordInput,
  YouthAnswer,
} from '~/gql/generated/graphql';

type Asked = YouthAnswer | 'NOT_ASKED';

/** What the form holds. */
export const emptyConversation = {
  answer: null as YouthAnswer | null,
  offeredAt: null as string | null,
  offeredAtTime: '',
  factorsAnswer: 'NOT_ASKED' as Asked,
  factors: [] as LeavingFactor[],
  experiencesAnswer: 'NOT_ASKED' as Asked,
  experiences: [] as AwayExperience[],
  youthWords: '',
  reOfferOn: null as string | null,
  note: '',
};
export type ConversationValues = typeof emptyConversation;

const notTold = (answer: Asked | null) =>
  answer === 'DECLINED_BY_YOUTH' || answer === 'NOT_SAFE_TO_ASK_YET';

/** Whether something of it is to be offered again (rule 55). */
export const isOfferedAgain = (
  of: Pick<ConversationValues, 'answer' | 'factorsAnswer' | 'experiencesAnswer'>,
): boolean =>
  of.answer === 'ANSWERED'
    ? notTold(of.factorsAnswer) || notTold(of.experiencesAnswer)
    : notTold(of.answer);

/**
 * What the server is sent. What stands in a part of the form that another answer has put away is
 * not sent: who declined has told nothing.
 */
export function inputOf(
  values: ConversationValues,
): Omit<ReturnConversationRecordInput, 'clientMutationKey' | 'episode'> {
  const talked = values.answer === 'ANSWERED';
  const given = (answer: Asked) => (talked && answer !== 'NOT_ASKED' ? answer : null);
  return {
    answer: values.answer ?? 'DECLINED_BY_YOUTH',
    offeredAt: whenOf(values.offeredAt, values.offeredAtTime),
    factorsAnswer: given(values.factorsAnswer),
    factors: given(values.factorsAnswer) === 'ANSWERED' ? values.factors : [],
    experiencesAnswer: given(values.experiencesAnswer),
    experiences: given(values.experiencesAnswer) === 'ANSWERED' ? values.experiences : [],
    youthWords: values.youthWords.trim() ? values.youthWords : null,
    reOfferOn: isOfferedAgain(values) ? values.reOfferOn : null,
    note: values.note.trim() || null,
  };
}
