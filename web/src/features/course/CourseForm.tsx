import { useQuery } from '~/gql';
import { NotFound } from '~/routes/NotFound';
import { FaultNotice } from '~/shell/FaultNotice';
import { SkeletonRows } from '~/ui';
import { CloseForm } from './CloseForm';
import { FactsForm } from './FactsForm';
import { MoveForm } from './MoveForm';
import { type CourseAct, CourseDocument, courseTouches } from './query';

const forms = { move: MoveForm, facts: FactsForm, close: CloseForm };

interface CourseFormProps {
  caseId: string;
  act: CourseAct;
  onClose: () => void;
}

/** The form of what is done, once it is known how the case stands now. */
export function CourseForm({ caseId, act, onClose }: CourseFormProps) {
  const { data, fault, retry } = useQuery(
    CourseDocument,
    { id: caseId },
    { fresh: true, touches: courseTouches },
  );
  if (!data) return fault ? <FaultNotice fault={fault} retry={retry} /> : <SkeletonRows rows={5} />;
  if (!data.case) return <NotFound />;
  const Form = forms[act];
  return <Form of={data.case} onClose={onClose} />;
}
