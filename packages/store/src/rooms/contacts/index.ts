export { addFeed, type CalendarFeed, dropFeed, feedsOf, viewerOfFeed } from "./calendar-feeds.ts";
export {
  agreedBetween,
  calendarContacts,
  contactEvents,
  contactPage,
  findContact,
  projectContact,
} from "./contacts.ts";
export {
  addressOf,
  dropReminders,
  type Mail,
  type MailAddress,
  mailFailed,
  mailSent,
  personOf,
  queueMails,
  type Recipient,
  recipientsOf,
  setAddress,
  type TakenMail,
  takeMails,
} from "./mails.ts";
export { agreedContacts, markReminders } from "./reminders.ts";
export {
  listWorkingTimes,
  occurrencesOfClaims,
  privateAgendas,
  projectNotes,
  projectReports,
  projectWorkingTimes,
  reportJudgements,
} from "./surroundings.ts";
