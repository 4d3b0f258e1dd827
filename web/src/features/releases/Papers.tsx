import { useLingui } from '@lingui/react/macro';
import { useWords } from '~/features/words';
import { Facts, Hideable } from '~/ui';
import type { MadeDisclosure } from './shareQuery';
import { reportKind, toldPerson } from './words';

/** What something rests on that was shared without consent (rule 22), as it was written down. */
export function Papers({ of }: { of: MadeDisclosure }) {
  const { t } = useLingui();
  const { word } = useWords();
  const items = [
    ...(of.report ? [{ label: t`Report`, value: word(reportKind, of.report) }] : []),
    ...(of.document
      ? [
          {
            label: of.subpoena ? t`Subpoena` : t`Paper or law`,
            value: <Hideable>{of.document}</Hideable>,
          },
        ]
      : []),
    ...(of.counselApproval
      ? [{ label: t`Counsel`, value: <Hideable>{of.counselApproval}</Hideable> }]
      : []),
    ...(of.approvedBy ? [{ label: t`Approved by`, value: of.approvedBy.name }] : []),
    ...(of.toldPerson
      ? [
          {
            label: t`The young person`,
            value: (
              <>
                {word(toldPerson, of.toldPerson)}
                {of.toldPersonWords ? (
                  <>
                    {': '}
                    <Hideable>{of.toldPersonWords}</Hideable>
                  </>
                ) : null}
              </>
            ),
          },
        ]
      : []),
    ...(of.safetySteps
      ? [{ label: t`Kept safe by`, value: <Hideable>{of.safetySteps}</Hideable> }]
      : []),
  ];
  return <Facts items={items} />;
}
