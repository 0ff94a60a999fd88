/** Signals of the duties on rights, recipients, sensitive data, minors, automated decisions and safety. */
export const RIGHTS_SIGNALS = [
  // rights of the person: the sentence offers or names the right
  'right-access', 'right-correct', 'right-delete', 'right-cancel', 'cancel-mention', 'right-port', 'right-explain', 'right-kin',
  'no-right', // access by intruders, or a right that has no object here
  'way-step', // a step of instructions: "4. press …"
  'exercise', // speaks of exercising rights or handing in a request, whichever it is
  'rights-heading', // wording of a heading over the rights
  'no-account', // says that there are no accounts
  'own-account', // an account with this service, whatever else is used to log in
  'has-account', // registration, log-in or an account of the user
  'cancel-burden', // asks for more than an ordinary check before an account is cancelled
  // answering
  'reply-short', // answers within 15 days or 15 working days at most
  'reply-long', // a longer term
  'reply-vague', // "promptly", "within a reasonable time"
  // complaints
  'complaint-contact', // complaints: "contact us", without saying where
  'complaint-offer', // complaints to the operator are asked for
  'question-offer', // questions, opinions or requests are asked for
  'contact-anyhow', // the operator can be reached, by whatever channel
  'external-remedy', // to an authority or a court
  // recipients
  'org-named', // a company or a well-known service by its name
  'partner-named', // partners of some kind, with their names right after
  'shares', // the operator gives data to others
  'user-shares', // users share something of their own accord, to wherever they like
  'user-chosen', // a service that users pick and set up themselves
  'gives-others', // speaks of giving data to others, whether it is done or only may be
  'share-heading', // wording of a heading over sharing, entrusting, transferring
  'receives', // others give data to the operator
  'shares-never', // gives data to nobody
  'share-consent', // gives data only with some consent
  'share-list', // a list of recipients or third-party tools that stands elsewhere
  'recipient-policy', // points to the recipient's own policy, or tells its contact
  'recipient-kind', // partners, advertisers, affiliates, suppliers
  'partner', // a partner or supplier, who may serve on the operator's behalf
  'own-title', // the title of the policy itself
  'outside-link', // links that lead to other sites
  'third-party-service', // a third party's technology serves the page or the app
  'tools-denied', // no third party's tools are used
  'social-service', // log-in or payment by a well-known outside service
  'entrust-control', // agreement, confidentiality, instructions or supervision binds those who process
  'access-provider', // the internet provider, named as part of the technical data
  'entrust-never',
  'successor', // whoever takes over the business
  'merger-safeguard', // the successor is named to the user, bound to the policy or to new consent
  'asks-separately', // a consent of its own
  'consent-waived', // without asking
  'public-never', 'public-consent', 'public-mention',
  'made-public', // what is passed on is public from then on
  'public-plain', // says "public disclosure", not merely "public"
  'abroad-declared', 'abroad-denied', 'abroad-route', 'abroad-told',
  'abroad-may', // data may be sent or reached abroad, said outright
  'abroad-business', // a business that crosses the border
  'abroad-hypothetical', // only what would be done should data ever have to go abroad
  // sensitive data
  'sensitive-named', // says of a kind of data that it is sensitive
  'goes-on-listing', // "including …": goes on with what the sentence before began
  'sensitive-marked', // sensitive data are marked in print
  'sensitive-kind', // a kind of data the law treats as sensitive, collected
  'sensitive-other', // a sensitive kind that is no means of paying
  'payment-kind', // of sensitive kinds only means of paying
  'payment-need', // what means of paying are for
  'payment-elsewhere', // others take the payment; the operator never has the card
  'sensitive-place', // where a device is, rough or exact
  'sensitive-denied', // such a kind is said not to be collected
  'exact-place', // told by satellite or as coordinates
  'coarse-place', // only a rough place, guessed from the network address
  'refusal-effect', // what happens when data are not given
  'law-allows', // what the law permits, not the person
  'other-use', // no other use without consent
  'need-told', // why data are needed
  // minors
  'minor-guidance', // use under a guardian's guidance
  'minor-document', // a document of its own on minors
  'minor-barred', // must not use the service
  'minor-heading',
  // automated decisions
  'profiling', // personalised pushing, advertising or profiling is declared
  'profiles-messages', // … of messages that are sent
  'profiling-denied', // no advertising, no profiles
  'opt-in', // only for those who agreed to it
  'profiling-off', // can be refused or switched off
  'ads-off', // … of advertising or personalisation as such
  'messages-off', // … only of messages that are sent
  'off-way', // by the message itself: a link or a word to send back
  'browser-setting', // only the browser's or cookie setting
  // safety
  'measure-encryption', 'measure-access', 'measure-masking', 'measure-training', 'measure-certificate', 'measure-plan', 'measure-audit',
  'measure-isolation', 'measure-staff-secrecy', 'safety-general',
  'safety-heading', // wording of a heading over safety
  'takes-measures', // says that measures are taken, whatever they are
  'breach-case', // an incident happens
  'breach-told', // the persons concerned are told
  'breach-handled', // a plan, a report to authorities
] as const;

export type RightsSignal = (typeof RIGHTS_SIGNALS)[number];
