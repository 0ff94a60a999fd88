import { useId } from 'preact/hooks';
import { mailtoOf, websiteOf } from '../../analyzers/data/channels';
import type { Channel, ChannelId } from '../../analyzers/data/channels';
import { useSpeech } from '../language';

/** Where to complain: the fit ones first, later steps folded away; the chosen one with all that is known of it. */
export function ChannelChooser({ channels, selected, onSelect }: { channels: Channel[]; selected: ChannelId; onSelect: (id: ChannelId) => void }) {
  const { t, of } = useSpeech();
  const name = useId();
  const now = channels.filter(({ stage }) => stage === 'first');
  const later = channels.filter(({ stage }) => stage === 'next');
  const option = (channel: Channel) => (
    <li key={channel.id} class={channel.id === selected ? 'channel channel-chosen' : 'channel'}>
      <label class="channel-head">
        <input type="radio" name={name} checked={channel.id === selected} onChange={() => onSelect(channel.id)} />
        <span class="channel-name">{of(channel.name)}</span>
      </label>
      <p class="channel-scope">{of(channel.scope)}</p>
      {channel.id === selected ? <ChannelDetails channel={channel} /> : null}
    </li>
  );
  return (
    <fieldset class="choose">
      <legend>{t('popup.complaint.where')}</legend>
      <ul class="plain">{now.map(option)}</ul>
      {later.length > 0 ? (
        <details class="fold" open={later.some(({ id }) => id === selected)}>
          <summary>{t('complaint.ui.later')}</summary>
          <ul class="plain">{later.map(option)}</ul>
        </details>
      ) : null}
    </fieldset>
  );
}

/** A channel's ways, fields, identity and time; only checked addresses are links. */
export function ChannelDetails({ channel }: { channel: Channel }) {
  const { t, of } = useSpeech();
  const site = websiteOf(channel);
  const mail = mailtoOf(channel);
  const unverified = <em class="tag tag-review">{t('popup.channel.unverified')}</em>;
  return (
    <div class="channel-more">
      <ul class="plain">
        {channel.entries.map((entry) => (
          <li key={entry.value}>
            <span class="channel-kind">{t(`popup.channel.${entry.kind}`)}</span>{' '}
            {entry.verified && entry.value === site ? (
              <a href={site} target="_blank" rel="noreferrer">
                {entry.value}
              </a>
            ) : entry.verified && entry.value === mail ? (
              <a href={`mailto:${mail}`}>{entry.value}</a>
            ) : (
              <span>{entry.value}</span>
            )}{' '}
            {entry.verified ? null : unverified}
          </li>
        ))}
      </ul>
      <p>{t('popup.channel.fields', { fields: of(channel.fields) })}</p>
      <p>
        {t('popup.channel.identity', { identity: of(channel.identity) })} {channel.identityVerified ? null : unverified}
      </p>
      <p>
        {t('complaint.ui.time', { time: of(channel.time) })} {channel.timeVerified ? null : unverified}
      </p>
      {channel.sections.length === 0 ? <p>{t('complaint.ui.no-draft')}</p> : null}
    </div>
  );
}
