import { useId } from 'preact/hooks';
import type { SiteReport } from '../../analyzers/report';
import { shortName, useSpeech } from '../language';
import type { Speech } from '../language';
import { StageTag } from '../findings/proof';
import { EVENTS_SHOWN, runsOf, timelineOf } from './timeline-events';
import type { Shown, TimelineEvent } from './timeline-events';

/** Consent over time: a strip for the eye, and the same as a list for everyone. */
export function Timeline({ report, shown }: { report: SiteReport; shown?: readonly Shown[] }) {
  const { t } = useSpeech();
  const all = timelineOf(report, shown);
  const events = all.slice(0, EVENTS_SHOWN);
  if (!events.some(({ kind }) => kind !== 'opened')) return <p class="nothing">{t('report.timeline.none')}</p>;
  const start = events[0]!.at;
  return (
    <div class="timeline">
      <Strip events={events} />
      {runsOf(events).map(({ stage, events: run }, index) => (
        <section key={index} class={`moments moments-${stage}${isCalm(run) ? ' calm' : ''}`}>
          <h3 class="moments-title">
            <StageTag stage={stage} calm={isCalm(run)} />
          </h3>
          <ol>
            {run.map((event, at) => (
              <Moment key={at} event={event} start={start} />
            ))}
          </ol>
        </section>
      ))}
      {all.length > events.length ? <p class="part-note">{t('report.timeline.more', { count: all.length - events.length })}</p> : null}
      <p class="part-note">{t('report.timeline.note')}</p>
    </div>
  );
}

/** Nothing in it is suspected: then it needs no red. */
function isCalm(events: readonly TimelineEvent[]): boolean {
  return !events.some((event) => 'suspected' in event && event.suspected);
}

function Moment({ event, start }: { event: TimelineEvent; start: number }) {
  const speech = useSpeech();
  const suspected = 'suspected' in event && event.suspected;
  return (
    <li class={`moment moment-${event.kind}${suspected ? ' moment-suspected' : ''}${event.kind === 'flow' ? ` moment-${event.recipient.party}` : ''}`}>
      <time class="moment-time" dateTime={new Date(event.at).toISOString()}>
        {elapsed(event.at - start, speech)}
      </time>
      <svg class="moment-sign" viewBox="-9 -9 18 18" aria-hidden="true">
        <Sign event={event} />
      </svg>
      <span class="moment-text">{told(event, speech)}</span>
    </li>
  );
}

/** Time since the visit began: `0.4 秒`, `2 分 05 秒`. */
export function elapsed(ms: number, { t }: Pick<Speech, 't'>): string {
  const seconds = Math.max(0, ms) / 1_000;
  if (seconds < 60) return t('report.timeline.seconds', { seconds: seconds < 10 ? seconds.toFixed(1) : Math.round(seconds) });
  const whole = Math.round(seconds);
  return t('report.timeline.minutes', { minutes: Math.floor(whole / 60), seconds: String(whole % 60).padStart(2, '0') });
}

function told(event: TimelineEvent, { t, lang }: Speech) {
  const join = (words: string[]): string => words.join(lang === 'en' ? ', ' : '、');
  switch (event.kind) {
    case 'opened':
      return t('report.timeline.opened');
    case 'shown':
      return (
        <>
          {t('report.timeline.shown')} {event.text ? <q class="moment-quote">{shortName(event.text, 60)}</q> : null}
        </>
      );
    case 'act':
      return (
        <>
          <strong>{t(`report.timeline.act.${event.act}`)}</strong> {event.text ? <q class="moment-quote">{shortName(event.text, 60)}</q> : null}
        </>
      );
    case 'stored':
      return t(event.host ? 'report.timeline.stored-by' : 'report.timeline.stored', { host: event.host, key: event.key });
    case 'flow': {
      const { owner, domain, party } = event.recipient;
      const what = join(event.kinds.map((kind) => t(`report.kind.${kind}`)));
      return (
        <>
          <strong>
            <bdi>{shortName(owner || domain)}</bdi>
          </strong> {t(event.count > 1 ? 'report.timeline.got-times' : 'report.timeline.got', { what, count: event.count })}
          <span class="moment-party"> {event.isFirst ? t('report.timeline.first-third') : t(`report.party.${party}`)}</span>
        </>
      );
    }
  }
}

const WIDTH = 360;
const HEIGHT = 60;
const AXIS = 40;
const EDGE = 14;
/** Marks drawn; more would only be a bar. */
const MARKS = 36;

/** The visit as a strip: shapes tell what, hatching tells "before", so that it can be read in grey. Ornament: the list says it all. */
function Strip({ events }: { events: readonly TimelineEvent[] }) {
  const { t } = useSpeech();
  const hatch = `hatch-${useId()}`;
  const marks = events.slice(0, MARKS);
  const step = (WIDTH - EDGE * 2) / Math.max(1, marks.length - 1);
  const x = (index: number): number => EDGE + index * step;
  let from = 0;
  const zones = runsOf(marks).map(({ stage, events: run }, index, all) => {
    const first = from;
    from += run.length;
    const left = index === 0 ? 0 : (x(first - 1) + x(first)) / 2;
    const right = index === all.length - 1 ? WIDTH : (x(from - 1) + x(from)) / 2;
    return { stage, left, right };
  });
  return (
    <svg class={`strip${isCalm(events) ? ' calm' : ''}`} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <defs>
        <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect class="strip-hatch-ground" width="6" height="6" />
          <rect class="strip-hatch-line" width="1.6" height="6" />
        </pattern>
      </defs>
      {zones.map(({ stage, left, right }, index) => (
        <g key={index}>
          <rect class={`strip-zone strip-${stage}`} x={left} y="20" width={right - left} height={HEIGHT - 20} fill={stage === 'after-accept' ? undefined : `url(#${hatch})`} />
          {right - left > 64 ? (
            <text class={`strip-label strip-label-${stage}`} x={left + 4} y="13">
              {t(`report.stage.${stage}`)}
            </text>
          ) : null}
        </g>
      ))}
      <line class="strip-axis" x1="0" x2={WIDTH} y1={AXIS} y2={AXIS} />
      {marks.map((event, index) => (
        <g key={index} transform={`translate(${x(index).toFixed(1)} ${AXIS})`}>
          <Sign event={event} />
        </g>
      ))}
    </svg>
  );
}

/** One shape a kind of event: a diamond for the person's choice, a frame for a question, a disc for a suspected flow, a ring for another one. */
function Sign({ event }: { event: TimelineEvent }) {
  switch (event.kind) {
    case 'opened':
      return <line class="sign-line" y1="-7" y2="7" />;
    case 'shown':
      return <rect class="sign-shown" x="-6" y="-5" width="12" height="10" rx="2" />;
    case 'act':
      return event.act === 'refuse' || event.act === 'withdraw' ? <path class="sign-refuse" d="M-5-5 5 5M5-5-5 5" /> : <path class="sign-act" d="M0-8 8 0 0 8-8 0Z" />;
    case 'stored':
      return <path class="sign-suspected" d="M-5-5H5V5H-5Z" />;
    case 'flow':
      if (event.suspected) return <circle class="sign-suspected" r="6" />;
      return <circle class={event.recipient.party === 'third' ? 'sign-third' : 'sign-own'} r={event.recipient.party === 'third' ? 5 : 3} />;
  }
}
