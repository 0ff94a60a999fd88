import { useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { contactRecord, withStep } from '../../../analyzers/complaint/case';
import type { Case, CaseStep } from '../../../analyzers/complaint/case';
import { escalation } from '../../../analyzers/complaint/escalation';
import { dayInBeijing } from '../../../analyzers/complaint/working-days';
import { CaseList, CaseView } from '../../../components/cases/cases';
import '../../../components/cases/cases.css';
import { ComplaintEditor } from '../../../components/complaint/editor';
import { Empty, Loading, Page } from '../../../components/dashboard/page';
import { useSpeech } from '../../../components/language';
import { deleteCase, keepCase, listCases } from '../../../store/cases';
import { readVisit } from '../../../store/visits';
import { complaintActions } from '../../actions/complaint-actions';
import { ask } from '../../popup/ask';
import type { PageProps } from '../lazy-page';
import { linkTo } from '../route';
import { db } from '../shelf';
import { useLive } from '../use-live';

/** The case diary: `#/cases`, one case `#/cases/ID`, its complaint `#/cases/ID/complain`. */
export default function CasesPage({ route }: PageProps) {
  const { t } = useSpeech();
  const [id, part] = route.parts;
  const { value: cases, failed } = useLive(() => listCases(db), []);
  if (failed) return <Empty title={t('dashboard.page.broken')} />;
  if (!cases) return <Loading />;
  const one = cases.find((each) => each.id === id);
  return (
    <Page title={t('cases.title')} note={id ? undefined : t('cases.note')}>
      {id === undefined ? (
        cases.length === 0 ? (
          <Empty title={t('cases.empty')}>
            <p>{t('cases.empty-more')}</p>
          </Empty>
        ) : (
          <CaseList cases={cases} now={Date.now()} linkTo={(each) => linkTo('cases', [each])} />
        )
      ) : one === undefined ? (
        <Empty title={t('cases.gone')}>
          <a class="button" href={linkTo('cases')}>
            {t('cases.back')}
          </a>
        </Empty>
      ) : part === 'complain' ? (
        <Complain one={one} />
      ) : (
        <OneCase one={one} />
      )}
    </Page>
  );
}

function OneCase({ one }: { one: Case }) {
  const { value: latest } = useLive(() => db.reports.where('site').equals(one.site).and(({ report }) => Date.parse(report.startedAt) > Date.parse(one.report.startedAt)).sortBy('at').then((rows) => rows.at(-1)?.report), [one.site, one.report.startedAt]);
  return (
    <CaseView
      one={one}
      now={Date.now()}
      latest={latest}
      backLink={linkTo('cases')}
      onStep={(step) => keep(withStep(one, step))}
      onComplain={() => void (location.hash = linkTo('cases', [one.id, 'complain']))}
      onRemind={async (remind) => {
        // Asked for within the press, as browsers demand.
        const asked = remind ? browser.permissions.request({ permissions: ['notifications'] }).catch(() => false) : Promise.resolve(true);
        return (await keep({ ...one, remind, changedAt: Date.now() })) && (await asked);
      }}
      onOpenSite={() => void browser.tabs.create({ url: one.report.url })}
      onDelete={() => void deleteCase(db, one.id).then(() => ask({ type: 'cases-changed', site: one.site })).then(() => (location.hash = linkTo('cases')))}
    />
  );
}

/** The complaint that follows: what was found and asked is known, and a late answer is a finding of its own. */
function Complain({ one }: { one: Case }) {
  const [now] = useState(() => Date.now());
  const [{ report, findings }] = useState(() => escalation(one, now));
  const source = async () => {
    // The visit the case rests on, where its record is still there.
    const row = await db.reports.where('site').equals(one.site).and((each) => each.report.startedAt === one.report.startedAt).first();
    const visit = row && (await readVisit(db, row.visitId));
    return visit && { visit, report };
  };
  const [actions] = useState(() => complaintActions(source));
  const sent = async (step: CaseStep, text: string): Promise<void> => {
    if (await keep({ ...withStep(one, step), complaint: text })) location.hash = linkTo('cases', [one.id]);
  };
  return (
    <ComplaintEditor
      report={report}
      now={now}
      actions={actions}
      initial={findings}
      history={contactRecord(one, dayInBeijing(now))}
      onBack={() => (location.hash = linkTo('cases', [one.id]))}
      onSent={(channel, text) => void sent({ kind: 'complained', on: dayInBeijing(now), at: now, channel }, text)}
    />
  );
}

/** Keeps a case and has visits under way judged by it. */
async function keep(one: Case): Promise<boolean> {
  const done = await keepCase(db, one);
  if (done) await ask({ type: 'cases-changed', site: one.site }).catch(() => undefined);
  return done;
}
