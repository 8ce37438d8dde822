import type { CharterPage } from '@bridgeboard/protocol';
import type { ReactNode } from 'react';

import { formatDate, formatDay } from '../../i18n/format-time.ts';
import { describeFailure } from '../../lib/describe-failure.ts';
import { isolate } from '../../lib/isolate.ts';
import { Button } from '../../ui/button.tsx';
import { Row, RowList } from '../../ui/row-list.tsx';
import { SchoolMark } from '../../ui/school-mark.tsx';
import { Section } from '../../ui/section.tsx';
import { showToast } from '../../ui/show-toast.tsx';
import type { CharterReading } from './charter-reading.ts';
import styles from './invitations.module.css';
import { useAnswerInvitation } from './invitations-api.ts';
import { InviteSchool } from './invite-school.tsx';
import { charterLines, lineOf, lineTitle, schoolValueWords } from './line-words.ts';
import { useSpeech } from './speech.ts';

type Invitation = CharterPage['invitations'][number];
type InvitationProps = { readonly reading: CharterReading; readonly invitation: Invitation };

/** Schools that were asked in and are not in yet, and the way to ask one more. */
export function AskedIn({ reading }: { readonly reading: CharterReading }): ReactNode {
  const { t } = useSpeech();
  const { page, now } = reading;
  const waiting = page.invitations.filter(({ signed, expiresAt }) => signed !== null || expiresAt > now);
  return (
    <div className={styles.invited}>
      <Section
        id="asked-in"
        title={t('charter.invited')}
        lead={t('charter.invitedLead')}
        end={<InviteSchool partnership={page.id} />}
      >
        {waiting.length > 0 && (
          <RowList labelledBy="asked-in">
            {waiting.map((invitation) =>
              invitation.signed === null ? (
                <OpenLink key={invitation.id} invitation={invitation} reading={reading} />
              ) : (
                <Signed key={invitation.id} invitation={invitation} signed={invitation.signed} reading={reading} />
              ),
            )}
          </RowList>
        )}
      </Section>
    </div>
  );
}

function useAnswer({ reading, invitation }: InvitationProps): (answer: 'confirm' | 'withdraw') => void {
  const { t } = useSpeech();
  const answering = useAnswerInvitation(reading.page.id, invitation.id);
  return (answer) => {
    if (answering.isPending) return;
    answering.mutate(answer, {
      onError: (error) => showToast({ tone: 'problem', text: describeFailure(error, t) }),
    });
  };
}

function OpenLink({ invitation, reading }: InvitationProps): ReactNode {
  const { t, intl } = useSpeech();
  const answer = useAnswer({ invitation, reading });
  const name = isolate(invitation.by.name);
  const day = formatDay(new Date(invitation.expiresAt), reading.own.timeZone, intl);
  return (
    <Row
      title={t('charter.linkOf', { name })}
      detail={t('school.until', { day })}
      end={
        <Button onClick={() => answer('withdraw')} aria-label={t('charter.withdrawLinkOf', { name })}>
          {t('school.withdraw')}
        </Button>
      }
    />
  );
}

/** Somebody has signed: who it is and what they bring, for those who asked to say whether it is the school they meant. */
function Signed({
  invitation,
  signed,
  reading,
}: InvitationProps & { readonly signed: NonNullable<Invitation['signed']> }): ReactNode {
  const speech = useSpeech();
  const { t, intl, list } = speech;
  const { page, own } = reading;
  const answer = useAnswer({ invitation, reading });
  const { school, name, at } = signed;
  const needs = page.schools.filter(({ id }) => invitation.needs.includes(id)).map(({ shortName }) => shortName);
  const date = formatDate(new Date(at), own.timeZone, intl);
  const country = new Intl.DisplayNames(intl, { type: 'region' }).of(school.country) ?? school.country;
  const rules = charterLines.map(
    (line) => `${lineTitle(line, speech)}: ${schoolValueWords(lineOf(school.rules, line), school, speech)}`,
  );
  return (
    <Row
      picture={<SchoolMark slot={school.mark} />}
      title={`${t('charter.school', { school: isolate(school.name), place: isolate(school.place) })} · ${country}`}
      detail={
        <>
          <p>{t('charter.signedBy', { name: isolate(name), date, schools: list(needs) })}</p>
          <p>{rules.join(' · ')}</p>
        </>
      }
      end={
        <>
          {invitation.needs.includes(own.id) && (
            <Button
              look="primary"
              onClick={() => answer('confirm')}
              aria-label={t('charter.confirmOf', { school: isolate(school.name) })}
            >
              {t('charter.confirm')}
            </Button>
          )}
          <Button
            onClick={() => answer('withdraw')}
            aria-label={t('charter.notMeantOf', { school: isolate(school.name) })}
          >
            {t('charter.notMeant')}
          </Button>
        </>
      }
    />
  );
}
