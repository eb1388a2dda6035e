// Words for oneself: waiting, name, devices, data, what one missed, privacy, in English.
import type { self as source } from './self.id';

export const self: Record<keyof typeof source, string> = {
  'self.waitTitle': 'You are in the waiting room',
  'self.waitHelp':
    'The chair or the facilitator will let you in. This page opens by itself; there is no need to reload.',
  'self.waitWhen': '{coalition}, starts {time}',
  'self.waitPlace': 'Place: {place}',
  'self.waitPhase':
    '{phase, select, planned {The meeting has not begun.} lobby {The meeting is about to begin.} open {The meeting is in session.} paused {The meeting is paused.} other {The meeting has ended.}}',
  'self.waitAs': 'You came as <b>{name}</b>, {partner}.',
  'self.waitNobody': 'for no partner',
  'self.waitLost': 'The line is down. Trying again; your place is kept.',
  'self.waitLeave': 'Leave the waiting room',
  'self.waitLeaveHelp': 'The name that you wrote is deleted as well.',
  'self.menu': 'Me',
  'self.nameItem': 'My name and form of address',
  'self.nameHelp': 'Written like this on screen, on the attendance list and in the minutes.',
  'self.nameOf': 'Name and form of address',
  'self.nameSave': 'Save the name',
  'self.nameSaved': 'Name saved.',
  'self.linkItem': 'Use another device',
  'self.linkHelp':
    'Open this link, or scan its code, on your other phone or laptop: you stay one person with one vote. Whoever holds this link comes in as you, so do not share it.',
  'self.linkLost':
    'Lost a phone? Replace the link: every other device is out within a second, only this one stays.',
  'self.linkLostOf':
    'When the link is replaced or revoked, every device that came in as this person is signed out at once.',
  'self.dataItem': 'My data',
  'self.dataHelp':
    'Everything that the server keeps of you in this meeting: names, seat, attendance, your words, your open votes, and how much you wrote.',
  'self.dataGet': 'Download my data (JSON)',
  'self.erase': 'Erase my name …',
  'self.eraseTitle': 'Erase your name from this meeting?',
  'self.eraseWhat':
    'Your name and form of address, former ones too, are deleted from the server for ever, and you are signed out on every device. What you said and votes that were counted stay in the record, without a name.',
  'self.erasePaper':
    'What others have printed, downloaded or kept cannot be taken back: minutes on paper still carry your name.',
  'self.eraseNow': 'Erase now',
  'self.erased': 'Your name was erased from that meeting.',
  'self.missedItem': 'What I missed',
  'self.missedLate': 'The meeting began before you came.',
  'self.missedSince': 'Since you were last here, {time}.',
  'self.missedNothing': 'You missed nothing.',
  'self.missedNow': 'Now: {title}',
  'self.missedClose': 'Got it',
  'self.missedOpened': 'The meeting was opened',
  'self.missedPaused': 'Paused: {why}',
  'self.missedResumed': 'Resumed',
  'self.missedClosed': 'The meeting was closed',
  'self.missedReopened': 'Opened again: {why}',
  'self.missedAgenda': 'The agenda was adopted',
  'self.missedItemDone': 'Done: {title}',
  'self.missedLocked': 'Text locked: {title}',
  'self.missedDecided': 'Decided: {title}',
  'self.missedNotDecided': 'Not decided: {title}',
  'self.missedVoid': 'Made void: {title}',
  'self.missedHanded': '{from} handed the chair to {to}',
  'self.missedTaken': '{by} took the chair',
  'self.someone': 'someone',
  'self.privacyTitle': 'What is kept of you',
  'self.privacyKept':
    'Kept: the name and form of address that you write, your partner, when you were here, what you write and say, and your open votes.',
  'self.privacySeen': 'Seen by those in this meeting; what goes into the minutes may be read outside.',
  'self.privacyMonths':
    '{months, plural, one {This forum’s rule: kept for # month.} other {This forum’s rule: kept for # months.}}',
  'self.privacyUntil': 'Kept until this forum deletes it.',
  'self.privacyAsCoalition': 'Kept as long as the forum that invited you has set.',
  'self.privacyOperator': 'This server is run by {operator}.',
  'self.privacyHost': 'This server is run by whoever holds the address {host}.',
  'self.privacyErase':
    'You can download your data and erase your name at any time; what was printed cannot be taken back.',
  'self.privacyNone': 'No trackers, no advertising.',
  'self.privacyMore': 'The whole notice',
  'self.privacyNew': 'You came in by a personal link.',
  'self.privacyShort': 'Your name, attendance, words and open votes are kept for this meeting.',
  'self.privacyUnderstood': 'Got it',
  'self.pWhat': 'What is kept',
  'self.pWhatName':
    'Your name and form of address as you write them, former ones too where you change them, and the partner that you name.',
  'self.pWhatHere': 'When you signed the attendance list and when you left, your roles and your vote.',
  'self.pWhatWords': 'What you write together in the agenda, notes and texts, and who wrote which part.',
  'self.pWhatVotes':
    'Open votes are recorded by name. Answers when the room is asked “mufakat?” are kept by person only while the question is open; afterwards only the counts stay, and remarks without a person’s name.',
  'self.pWhatDevice':
    'One cookie so that your device is known, for 90 days. Internet addresses are used for a moment only, to limit guessing of codes; they are not kept in the meeting’s record.',
  'self.pWho': 'Who sees it',
  'self.pWhoIn':
    'Everyone who holds a seat in the meeting sees names, texts and open votes. Those in the waiting room see nothing of other people.',
  'self.pWhoOut':
    'Minutes and record can be downloaded by those in the meeting and passed on. Whoever runs the server can read everything on it.',
  'self.pLong': 'How long',
  'self.pLongText':
    'The forum that invites sets how long its meetings are kept. Backups of whoever runs the server may last longer.',
  'self.pRun': 'Who runs it',
  'self.pRights': 'What you can do',
  'self.pRightsGet': 'Download all your data: in the meeting, menu “Me”, “My data”.',
  'self.pRightsErase':
    'Erase your name in the same place, also while you wait or after you were removed. The chain of the record stays whole and can be checked, without your name.',
  'self.pRightsName':
    'Use the name you go by. Nobody asks for a full name, an e-mail address or a telephone number.',
  'self.pNot': 'What we do not promise',
  'self.pNotOperator': 'While a question is open, whoever runs the server could see what is in it.',
  'self.pNotCoercion': 'We cannot keep the person beside you from looking at your screen or pressing you.',
  'self.pNotPaper': 'What others have printed, photographed or downloaded we cannot take back.',
  'self.pNotBlock':
    '“Block” knows a device by its cookie. Someone who deletes cookies comes as a new device.',
};
