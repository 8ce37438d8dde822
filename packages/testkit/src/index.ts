export { binding, recordIdOf, richText, shape } from './engine/records.ts';
export { PersonBrowser, launchBrowser } from './browsers.ts';
export { DemoServer, type DemoClass, type DemoPeople } from './demo-server.ts';
export { BoardHand, type Point } from './hands/board-hand.ts';
export { comeInByHand, comeInQuickly, signInByHand, signInQuickly } from './hands/way-in.ts';
export { freePort } from './free-port.ts';
export { HttpPerson, type HttpAnswer } from './http-person.ts';
export { RawClient, until } from './raw-client.ts';
export { atTheDoor, letPupilIn, makeBoard, signInStaff } from './demo-people.ts';
