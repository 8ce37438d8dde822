import type { OwnSession } from '@bridgeboard/protocol';
import { Check, LogOut, Monitor, Smartphone } from 'lucide-react';
import type { ReactNode } from 'react';

import { formatAge, formatClock, formatDay } from '../../i18n/format-time.ts';
import type { Translate } from '../../i18n/translate.ts';
import { useT } from '../../i18n/translate.ts';
import { describeFailure } from '../../lib/describe-failure.ts';
import { formatLocale } from '../../lib/format-locale.ts';
import { useNow } from '../../lib/use-now.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Row, RowList } from '../../ui/row-list.tsx';
import { showToast } from '../../ui/show-toast.tsx';
import { useEndSessions, useOwnSessions } from './account-api.ts';
import type { WhichSessions } from './account-api.ts';
import { Missing } from './missing.tsx';
import { Section } from '../../ui/section.tsx';

const small: ReadonlySet<string | null> = new Set(['iPhone', 'iPad', 'Android']);

/** Where this person is signed in, and the end of it: nothing to confirm, since one signs in again. */
export function OwnSessions({ zone }: { readonly zone: string }): ReactNode {
  const t = useT();
  const now = useNow(30_000);
  const sessions = useOwnSessions();
  const ending = useEndSessions();
  const others = sessions.data?.filter(({ isThis }) => !isThis).length ?? 0;
  function end(which: WhichSessions, done: string): void {
    ending.mutate(which, {
      onSuccess: () => showToast({ text: done }),
      onError: (error) => showToast({ tone: 'problem', text: describeFailure(error, t) }),
    });
  }
  const endOthers =
    others === 0 ? undefined : (
      <Button icon={LogOut} onClick={() => end({ others: true }, t('account.sessions.othersEnded', { count: others }))}>
        {t('account.sessions.endOthers')}
      </Button>
    );
  return (
    <Section id="sessions" title={t('account.sessions')} lead={t('account.sessions.lead')} end={endOthers}>
      {sessions.data === undefined ? (
        <Missing error={sessions.error} onRetry={() => void sessions.refetch()} />
      ) : (
        <RowList labelledBy="sessions">
          {sessions.data.map((session) => (
            <SessionRow
              key={session.id}
              session={session}
              now={now}
              zone={zone}
              onEnd={() => end({ session: session.id }, t('account.sessions.ended', { device: deviceOf(session, t) }))}
            />
          ))}
        </RowList>
      )}
    </Section>
  );
}

type SessionRowProps = {
  readonly session: OwnSession;
  readonly now: number;
  readonly zone: string;
  readonly onEnd: () => void;
};

function SessionRow({ session, now, zone, onEnd }: SessionRowProps): ReactNode {
  const t = useT();
  const device = deviceOf(session, t);
  const began = new Date(session.startedAt);
  const locale = formatLocale();
  const since = t('account.sessions.since', {
    day: formatDay(began, zone, locale),
    clock: formatClock(began, zone, locale),
  });
  return (
    <Row
      icon={small.has(session.system) ? Smartphone : Monitor}
      title={device}
      detail={
        <>
          {since}
          {session.isThis ? null : <> · {seenWords(now - session.seenAt, t)}</>}
        </>
      }
      end={
        session.isThis ? (
          <Badge tone="accent" icon={Check}>
            {t('account.sessions.this')}
          </Badge>
        ) : (
          <Button onClick={onEnd} aria-label={t('account.sessions.endOne', { device })}>
            {t('account.sessions.end')}
          </Button>
        )
      }
    />
  );
}

/** The server notes it to ten minutes: younger than that is now. */
function seenWords(ageMs: number, t: Translate): string {
  return ageMs < 11 * 60_000 ? t('account.sessions.now') : t('account.sessions.seen', { age: formatAge(ageMs, t) });
}

function deviceOf({ browser, system }: OwnSession, t: Translate): string {
  if (browser !== null && system !== null) return t('account.device', { browser, system });
  return browser ?? system ?? t('account.device.unknown');
}
